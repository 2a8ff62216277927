import { and, asc, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { isLost } from '#app/insights/monthly/monthly.ts'
import { accountStages, accounts } from '#db/schema/accounts.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import type { Db } from '#db/store/store.ts'

const mostChanges = 2_000
const mostNamed = 10

/**
 * Accounts that were lost or won back within a span of time, by how they stood at its two ends: what went to and fro
 * in between (a slip of the hand, an import that was undone) is neither.
 */
export async function listMoved(ctx: Ctx, { from, to }: { from: number; to: number }, lostStages: string[] | null) {
  const db = read(ctx)
  const changes = await db
    .select({
      accountId: accountStages.accountId,
      from: accountStages.from,
      name: accounts.name,
      stage: accounts.stage,
      arrBaseMinor: accounts.arrBaseMinor,
    })
    .from(accountStages)
    .innerJoin(accounts, eq(accounts.id, accountStages.accountId))
    .where(and(gte(accountStages.at, from), lt(accountStages.at, to), eq(accounts.isInternal, false)))
    .orderBy(asc(accountStages.at), asc(accountStages.id))
    .limit(mostChanges)
  const first = new Map<string, (typeof changes)[number]>()
  for (const change of changes) if (!first.has(change.accountId)) first.set(change.accountId, change)
  const after = await stagesAt(db, [...first.keys()], to)
  const moved = [...first.values()].map((change) => ({
    id: change.accountId,
    name: change.name,
    arrBaseMinor: change.arrBaseMinor,
    before: isLost(change.from, lostStages),
    after: isLost(after.has(change.accountId) ? after.get(change.accountId)! : change.stage, lostStages),
  }))
  const sides = async (list: typeof moved) => ({
    n: list.length,
    arrBaseMinor: list.reduce((sum, one) => sum + (one.arrBaseMinor ?? 0), 0),
    named: await withLastScore(
      db,
      list.toSorted((a, b) => (b.arrBaseMinor ?? 0) - (a.arrBaseMinor ?? 0)).slice(0, mostNamed),
    ),
  })
  return {
    lost: await sides(moved.filter((one) => !one.before && one.after)),
    won: await sides(moved.filter((one) => one.before && !one.after)),
  }
}

export type Moved = Awaited<ReturnType<typeof listMoved>>

/** The stage of accounts at an instant, where it changed since; the others still have it. */
async function stagesAt(db: Db, ids: string[], at: number): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>()
  for (let i = 0; i < ids.length; i += 200) {
    const later = await db
      .select({ accountId: accountStages.accountId, from: accountStages.from })
      .from(accountStages)
      .where(and(inArray(accountStages.accountId, ids.slice(i, i + 200)), gte(accountStages.at, at)))
      .orderBy(desc(accountStages.at), desc(accountStages.id))
      .limit(mostChanges)
    for (const change of later) found.set(change.accountId, change.from)
  }
  return found
}

/** What each of them last answered: whoever leaves has often said so before. */
async function withLastScore<One extends { id: string }>(db: Db, list: One[]) {
  const found = []
  for (const one of list) {
    const [last] = await db
      .select({ score: responses.score, class: responses.class, metric: programs.metric, day: responses.day })
      .from(responses)
      .innerJoin(programs, eq(programs.id, responses.programId))
      .where(and(eq(responses.accountId, one.id), eq(responses.counts, true), isNull(responses.keptFrom)))
      .orderBy(desc(responses.id))
      .limit(1)
    found.push({ ...one, last: last ?? null })
  }
  return found
}
