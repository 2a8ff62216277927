import { and, eq, inArray, ne } from 'drizzle-orm'
import { accountId, contactId } from '#app/accounts/account.ts'
import { compare, defaultSurvivor, fieldsOf, type MergeKind } from '#app/accounts/merging/fields.ts'
import { goneOrMerged, survivorOf } from '#app/accounts/merging/merged-into.server.ts'
import type { MergeSide as Mergeable, MergeView } from '#app/accounts/merging/merge-view.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { elder } from '#app/cases/joining/joined.ts'
import { countMoving, totalOf } from '#app/loop/merging/count-moving.server.ts'
import { mostAtOnce } from '#app/loop/merging/start-merge.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Db } from '#db/store/store.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'

/** The record that a merge begins with. @throws NotFound, or where it went */
export async function getMergeable(ctx: Ctx, kind: MergeKind, id: string): Promise<Mergeable> {
  authorise(ctx, 'accounts.read')
  const valid = (kind === 'account' ? accountId : contactId).safeParse(id)
  if (!valid.success) throw new NotFound()
  const row = await rowOf(read(ctx), kind, id)
  if (!row) throw await goneOrMerged(ctx, id)
  return row
}

/** The other one, wherever it went; null when there is none, or it is the first itself. */
export async function otherOf(ctx: Ctx, kind: MergeKind, first: Mergeable, id: string): Promise<Mergeable | null> {
  const row = (await rowOf(read(ctx), kind, id)) ?? (await rowOf(read(ctx), kind, (await survivorOf(ctx, id)) ?? ''))
  return row && row.id !== first.id ? row : null
}

async function rowOf(db: Db, kind: MergeKind, id: string): Promise<Mergeable | null> {
  if (kind === 'account') return (await db.select().from(accounts).where(eq(accounts.id, id)))[0] ?? null
  const alive = and(eq(contacts.id, id), ne(contacts.state, 'erased'))
  return (await db.select().from(contacts).where(alive))[0] ?? null
}

/** Two records side by side: which would stay, field by field which value, what would move, and what that means. */
export async function previewMerge(
  ctx: Ctx,
  kind: MergeKind,
  pair: [Mergeable, Mergeable],
  keep: string | null,
): Promise<MergeView> {
  authorise(ctx, 'accounts.read')
  const db = read(ctx)
  const chosen = pair.find((row) => row.id === keep) ?? defaultSurvivor<Mergeable>(fieldsOf[kind] as never, ...pair)
  const [survivor, other] = chosen === pair[0] ? pair : ([pair[1], pair[0]] as const)
  const counts = await countMoving(ctx, kind, other.id)
  const ids = [survivor.id, other.id]
  return {
    survivor,
    other,
    fields: compare<Mergeable>(fieldsOf[kind] as never, survivor, other),
    names: await namesOf(db, [survivor, other]),
    counts,
    large: totalOf(counts) > mostAtOnce ? totalOf(counts) : null,
    casesJoin: await casesJoin(db, kind === 'account' ? 'acc' : 'con', ids),
    headline: kind === 'contact' && (await answeredTheSame(db, survivor.id, other.id)),
    unsent: kind === 'contact' ? await unsentTo(db, survivor.id, other.id) : 0,
    mayMerge: can(ctx.actor, 'accounts.import'),
  }
}

/** What owners, accounts above and people are called whose ids the two rows hold. */
async function namesOf(db: Db, rows: Mergeable[]): Promise<Record<string, string>> {
  const all = rows.flatMap((row) => Object.values(row)).filter((value): value is string => typeof value === 'string')
  const names: Record<string, string> = {}
  for (const [start, table] of [
    ['usr_', users],
    ['acc_', accounts],
    ['con_', contacts],
  ] as const) {
    const ids = all.filter((id) => id.startsWith(start))
    if (!ids.length) continue
    const found = await db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids))
    for (const { id, name } of found) names[id] = name
  }
  return names
}

/** Who goes on with the one case of two; null where not both have an open one. */
async function casesJoin(db: Db, start: string, ids: string[]): Promise<{ owner: string } | null> {
  const open = await db
    .select({ found: cases, owner: users.name })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.ownerId))
    .where(and(inArray(cases.subjectKey, ids.map((id) => `${start}:${id}`)), ne(cases.state, 'closed'))) // prettier-ignore
  if (open.length < 2) return null
  const { keeps } = elder(open[0]!.found, open[1]!.found)
  return { owner: open.find((row) => row.found.id === keeps.id)!.owner }
}

/** Whether both have a counted answer to one program: then another answer may be the person's latest. */
async function answeredTheSame(db: Db, a: string, b: string): Promise<boolean> {
  const programs = async (contact: string) =>
    (
      await db
        .selectDistinct({ id: responses.programId })
        .from(responses)
        .where(and(eq(responses.contactId, contact), eq(responses.counts, true)))
    ).map((row) => row.id)
  const mine = await programs(a)
  return (await programs(b)).some((id) => mine.includes(id))
}

/** Invitations that wait, where they do so for both. */
async function unsentTo(db: Db, a: string, b: string): Promise<number> {
  const rows = await db
    .select({ contactId: invitations.contactId })
    .from(invitations)
    .where(and(inArray(invitations.contactId, [a, b]), inArray(invitations.state, ['planned', 'deferred', 'queued'])))
    .limit(200)
  return new Set(rows.map((row) => row.contactId)).size === 2 ? rows.length : 0
}
