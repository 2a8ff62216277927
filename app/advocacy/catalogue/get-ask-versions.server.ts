import { and, desc, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import { askKindSchema, versionNumber } from '#app/advocacy/catalogue/ask-content.ts'
import { askKind, askKindAt } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { askVersions } from '#db/schema/advocacy-asks.ts'

const perPage = 20

const askVersionsSchema = z.object({
  /** One to read. */
  version: versionNumber.optional(),
  /** Only versions before this one are listed. */
  after: versionNumber.optional(),
})

interface Version {
  number: number
  /** Null for the standard, which is there from the beginning. */
  at: number | null
  by: string | null
}

/**
 * One kind of ask as it is now, one of its versions to read when that is asked for, and a page of all its versions, the
 * newest first. @throws NotFound when there is no such kind or version
 */
export async function getAskVersions(ctx: Ctx, kind: string, query: z.input<typeof askVersionsSchema>) {
  authorise(ctx, 'advocates.read')
  const known = askKindSchema.safeParse(kind)
  const asked = askVersionsSchema.safeParse(query)
  if (!known.success || !asked.success) throw new NotFound()
  const { version, after } = asked.data
  const now = await askKind(ctx, known.data)
  const old = version === undefined || version === now.number ? null : await askKindAt(ctx, known.data, version)
  const rows: Version[] = await read(ctx)
    .select({ number: askVersions.number, at: askVersions.createdAt, by: users.name })
    .from(askVersions)
    .leftJoin(users, eq(users.id, askVersions.createdBy))
    .where(and(eq(askVersions.kind, known.data), after === undefined ? undefined : lt(askVersions.number, after)))
    .orderBy(desc(askVersions.number))
    .limit(perPage)
  if (rows.length < perPage && after !== 0) rows.push({ number: 0, at: null, by: null })
  const last = rows.at(-1)
  return { now, old, versions: rows, next: last && last.number > 0 ? String(last.number) : null }
}
