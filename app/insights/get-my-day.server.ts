import { and, inArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { caseFilter, casesThat, myWork } from '#app/cases/case-filter.server.ts'
import { countCases } from '#app/cases/count-cases.server.ts'
import { newestHeard } from '#app/cases/heard-on-case.server.ts'
import { listCases, type ListedCase } from '#app/cases/list-cases.server.ts'
import { nextAction } from '#app/cases/next-action.ts'
import { replyWaits } from '#app/cases/reply-waits.server.ts'
import { withPercents } from '#app/cases/sla/with-percents.server.ts'
import { dayLists, fewRows, type DayList } from '#app/insights/my-day.ts'
import { countUnhappyRenewals, listUnhappyRenewals } from '#app/insights/unhappy-renewals.server.ts'
import { cases } from '#db/schema/cases.ts'

/** What the queue shows of a list, so that the number of a day is the number there: nothing that was put off. */
const filterOf = (list: DayList, limit = 1) =>
  caseFilter.parse({ scope: 'mine', snoozed: 'out', ...dayLists[list], limit })

/**
 * A CSM's morning: of the cases that are theirs, or that they stand in for, those that are late, those that are due
 * today, and those in which the customer spoke last; and the unhappy accounts that renew soon. Each list with its exact
 * number (at most `mostCounted` + 1) and its first few rows. No case has two rows: one that stands in an earlier list is
 * counted in `above`. When none is left, `next` are the first of the queue.
 */
export async function getMyDay(ctx: Ctx) {
  const shown: string[] = []
  const lists = {
    late: await listOf(ctx, 'late', shown),
    due: await listOf(ctx, 'due', shown),
    replies: await listOf(ctx, 'replies', shown),
  }
  const idle = Object.values(lists).every(({ n }) => n === 0)
  const { cases: queue } = idle
    ? await listCases(ctx, { scope: 'mine', snoozed: 'out', limit: fewRows })
    : { cases: [] as ListedCase[] }
  return {
    lists,
    renewals: {
      n: await countUnhappyRenewals(ctx),
      rows: (await listUnhappyRenewals(ctx, { limit: fewRows })).renewals,
    },
    next: await rowsOf(ctx, queue),
  }
}

export type MyDay = Awaited<ReturnType<typeof getMyDay>>
export type DayRow = MyDay['next'][number]

async function listOf(ctx: Ctx, list: DayList, shown: string[]) {
  const n = await countCases(ctx, filterOf(list))
  if (n === 0) return { n, above: 0, rows: [] }
  const above = await among(ctx, list, shown)
  const { cases: found } = await listCases(ctx, filterOf(list, fewRows + above.length))
  const rows = found.filter(({ id }) => !above.includes(id)).slice(0, fewRows)
  shown.push(...rows.map(({ id }) => id))
  return { n, above: above.length, rows: await rowsOf(ctx, rows) }
}

/** Which of these cases belong to a list too. */
async function among(ctx: Ctx, list: DayList, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await read(ctx)
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.id, ids), await casesThat(ctx, filterOf(list), await myWork(ctx))))
  return rows.map((row) => row.id)
}

/** Rows with their clocks and their next step; where the customer spoke last, with what they said. */
async function rowsOf(ctx: Ctx, rows: ListedCase[]) {
  const waits = await inWhichReplyWaits(ctx, rows.map((row) => row.id)) // prettier-ignore
  const said = await newestHeard(ctx, rows.filter((row) => waits.has(row.id))) // prettier-ignore
  return (await withPercents(ctx, rows)).map((row) => {
    const heard = said.get(row.id)
    const step = nextAction({ ...row, replyWaits: waits.has(row.id) })
    return {
      ...row,
      ...(heard && { comment: heard.text, language: heard.language }),
      /** When they said it; null where the comment is that of their answer. */
      saidAt: heard?.at ?? null,
      step,
    }
  })
}

async function inWhichReplyWaits(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await read(ctx)
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.id, ids), replyWaits))
  return new Set(rows.map((row) => row.id))
}
