import { and, asc, eq } from 'drizzle-orm'
import { workingCalendars } from '#app/access/get-calendar.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Pause } from '#app/cases/sla/run.ts'
import { amongTexts, manyTexts } from '#db/fragments.ts'
import { casePeople, clockPauses } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'

/* What the clocks of some cases are counted from, each kind of row read once for all of them. */

const findWaiting = statement((db) =>
  db
    .select({
      id: casePeople.id,
      caseId: casePeople.caseId,
      clockFrom: casePeople.clockFrom,
      severity: casePeople.severity,
      replyDueAt: casePeople.replyDueAt,
    })
    .from(casePeople)
    .where(and(amongTexts(casePeople.caseId, 'caseIds'), eq(casePeople.state, 'waiting')))
    .orderBy(asc(casePeople.id)),
)
const findPauses = statement((db) =>
  db
    .select({ caseId: clockPauses.caseId, fromAt: clockPauses.fromAt, toAt: clockPauses.toAt })
    .from(clockPauses)
    .where(amongTexts(clockPauses.caseId, 'caseIds'))
    .orderBy(asc(clockPauses.fromAt), asc(clockPauses.id)),
)

export type WaitingRow = Awaited<ReturnType<typeof findWaiting>>[number]

/** Who waits on each of some cases. */
export async function waitingOf(ctx: Ctx, caseIds: string[]): Promise<(caseId: string) => WaitingRow[]> {
  return byCase(await findWaiting(read(ctx), { caseIds: manyTexts(caseIds) }))
}

/** Spans in which the clock of resolving stood still, of each of some cases and in their order. */
export async function pausesOf(ctx: Ctx, caseIds: string[]): Promise<(caseId: string) => Pause[]> {
  return byCase(await findPauses(read(ctx), { caseIds: manyTexts(caseIds) }))
}

/** The calendar of each owner of some cases, from when the first of their clocks began. */
export function calendarsOf(
  ctx: Ctx,
  cases: { id: string; ownerId: string; openedAt: number }[],
  waiting: (caseId: string) => WaitingRow[],
) {
  const since = cases.flatMap(({ id, openedAt }) => [
    openedAt,
    ...waiting(id).map(({ clockFrom, replyDueAt }) => clockFrom ?? replyDueAt),
  ])
  const owners = new Set(cases.map((one) => one.ownerId))
  return workingCalendars(ctx, Math.min(ctx.now(), ...since), owners)
}

function byCase<Row extends { caseId: string }>(rows: Row[]): (caseId: string) => Row[] {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const mine = found.get(row.caseId)
    if (mine) mine.push(row)
    else found.set(row.caseId, [row])
  }
  return (caseId) => found.get(caseId) ?? []
}
