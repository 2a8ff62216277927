import { and, asc, eq, gt, type SQL } from 'drizzle-orm'
import { setImmediate as turn } from 'node:timers/promises'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { rank, rankedFrom } from '#app/cases/rank.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { EventRow, JobHandler } from '#app/jobs/job.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { MINUTE } from '#app/platform/day.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'

/** Cases of one write. */
const batch = 200
/** Milliseconds in which changes of many accounts are gathered. */
const window = 10 * MINUTE

/**
 * Job `cases.rerank`: works the places of all open cases out again, nightly, since renewals come nearer, and when many
 * accounts have changed. Writes only what moves; the due time that a place goes by stays.
 */
export const rerankCases: JobHandler = async (ctx, run) => {
  for (let after: string | null = ''; after !== null; await turn()) {
    if (run.stopping()) return { again: ctx.now() }
    const rows = await findRanked(ctx, gt(cases.id, after))
    const moved = (await ranksOf(ctx, rows)).filter(({ row, to }) => row.rankAt !== to.rankAt || !alike(row, to))
    if (moved.length) await write(ctx, (ctx) => save(ctx, moved))
    after = rows.at(-1)?.id ?? null
  }
}

/** Subscriber of what changes one account: the place of its open case. */
export async function rerankAccount(ctx: Ctx, event: EventRow): Promise<void> {
  const { accountId } = event
  if (accountId === null) return
  await write(ctx, async (ctx) => save(ctx, await ranksOf(ctx, await findRanked(ctx, eq(cases.accountId, accountId)))))
}

/** Subscriber of what changes many accounts: all places, once in ten minutes at most. */
export async function rerankSoon(ctx: Ctx): Promise<void> {
  const runAt = (Math.floor(ctx.now() / window) + 1) * window
  await write(ctx, (ctx) => enqueue(ctx, { kind: 'cases.rerank', key: `rerank/${runAt}`, runAt }))
}

const findRanked = (ctx: Ctx, which: SQL) =>
  read(ctx)
    .select({
      id: cases.id,
      severity: cases.severity,
      replyDueAt: cases.replyDueAt,
      rankAt: cases.rankAt,
      rankParts: cases.rankParts,
      waiting: cases.waiting,
      arrMinor: accounts.arrMinor,
      currency: accounts.currency,
      renewalOn: accounts.renewalOn,
    })
    .from(cases)
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .where(and(which, isOpen))
    .orderBy(asc(cases.id))
    .limit(batch)

type Ranked = Awaited<ReturnType<typeof findRanked>>[number]
type Place = ReturnType<typeof rank>

/**
 * The same due time with today's head starts. A case from before places were explained goes by its next reply; one
 * where everybody has theirs stays where it is.
 */
async function ranksOf(ctx: Ctx, rows: Ranked[]): Promise<{ row: Ranked; to: Place }[]> {
  const { zone } = await getOrganisation(ctx)
  const today = dayOf(ctx.now(), zone)
  return rows.map((row) => {
    if (row.rankParts === null && !row.waiting) return { row, to: { rankAt: row.rankAt, rankParts: [] } }
    const dueAt = row.rankParts === null ? row.replyDueAt : rankedFrom(row)
    return { row, to: rank(dueAt, { ...row, today }) }
  })
}

const alike = (a: { rankParts: unknown }, b: { rankParts: unknown }) =>
  JSON.stringify(a.rankParts) === JSON.stringify(b.rankParts)

/** Nobody who has a case open is disturbed: its version stays. What moved meanwhile has its place already. */
async function save(ctx: TxCtx, moved: { row: Ranked; to: Place }[]): Promise<void> {
  for (const { row, to } of moved)
    await ctx.tx
      .update(cases)
      .set(to)
      .where(and(eq(cases.id, row.id), eq(cases.rankAt, row.rankAt), isOpen))
}
