import { and, eq, or } from 'drizzle-orm'
import { askKinds, type AskOfKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { users } from '#db/schema/access.ts'
import { askVersions } from '#db/schema/advocacy-asks.ts'

interface Saved {
  at: number
  /** Null when no colleague did it. */
  by: string | null
}

/** The catalogue with who changed each kind last; `saved` is null for the standard. */
export async function listAskKinds(ctx: Ctx): Promise<(AskOfKind & { saved: Saved | null })[]> {
  authorise(ctx, 'advocates.read')
  const kinds = await askKinds(ctx)
  const own = kinds.filter(({ number }) => number > 0)
  const saved = new Map((own.length ? await savedOf(ctx, own) : []).map(({ kind, at, by }) => [kind, { at, by }]))
  return kinds.map((one) => ({ ...one, saved: saved.get(one.kind) ?? null }))
}

const savedOf = (ctx: Ctx, kinds: AskOfKind[]) =>
  read(ctx)
    .select({ kind: askVersions.kind, at: askVersions.createdAt, by: users.name })
    .from(askVersions)
    .leftJoin(users, eq(users.id, askVersions.createdBy))
    .where(or(...kinds.map(({ kind, number }) => and(eq(askVersions.kind, kind), eq(askVersions.number, number)))))
