import { and, desc, eq, max, sql } from 'drizzle-orm'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { askKinds as kinds, type AskContent, type AskKind } from '#db/enums/advocacy.ts'
import { askVersions } from '#db/schema/advocacy-asks.ts'
import { statement } from '#db/statement.ts'

const p = sql.placeholder

/** How somebody is asked for something, and who may be. */
export interface AskOfKind {
  kind: AskKind
  /** Of the version; 0 for the standard. */
  number: number
  content: AskContent
}

const newest = statement((db) =>
  db
    .select({ number: askVersions.number, content: askVersions.content })
    .from(askVersions)
    .where(eq(askVersions.kind, p('kind')))
    .orderBy(desc(askVersions.number))
    .limit(1),
)
const atNumber = statement((db) =>
  db
    .select({ content: askVersions.content })
    .from(askVersions)
    .where(and(eq(askVersions.kind, p('kind')), eq(askVersions.number, sql`${p('number')}`))),
)
const newestOfAll = statement((db) => {
  const last = db
    .select({ kind: askVersions.kind, number: max(askVersions.number).as('last') })
    .from(askVersions)
    .groupBy(askVersions.kind)
    .as('newest')
  return db
    .select({ kind: askVersions.kind, number: askVersions.number, content: askVersions.content })
    .from(last)
    .innerJoin(askVersions, and(eq(askVersions.kind, last.kind), eq(askVersions.number, last.number)))
})

const standard = (kind: AskKind): AskOfKind => ({ kind, number: 0, content: standardAsks[kind] })

/** How a kind of ask is now: its newest version, else the standard. Open to every room. */
export async function askKind(ctx: Ctx, kind: AskKind): Promise<AskOfKind> {
  const [row] = await newest(read(ctx), { kind })
  return row ? { kind, ...row } : standard(kind)
}

/** All kinds as they are now, in the order of `askKinds` of the enums, by one query. */
export async function askKinds(ctx: Ctx): Promise<AskOfKind[]> {
  const rows = new Map((await newestOfAll(read(ctx))).map((row) => [row.kind, row]))
  return kinds.map((kind) => rows.get(kind) ?? standard(kind))
}

/** How a kind was in its version of a number, as somebody was asked then. @throws NotFound when there was none */
export async function askKindAt(ctx: Ctx, kind: AskKind, number: number): Promise<AskOfKind> {
  if (number === 0) return standard(kind)
  const [row] = await atNumber(read(ctx), { kind, number })
  if (!row) throw new NotFound()
  return { kind, number, ...row }
}
