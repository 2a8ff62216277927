import { and, asc, eq, inArray } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { percentToShow, type Pause } from '#app/cases/sla/run.ts'
import { casePeople, type cases, clockPauses } from '#db/schema/cases.ts'

type ListedCase = Pick<
  typeof cases.$inferSelect,
  'id' | 'ownerId' | 'state' | 'openedAt' | 'resolveDueAt' | 'replyDueAt'
>

/** How much of its two clocks is used, for each open case of a page of the queue; of those who wait, the first one's. */
export async function percentsOf(ctx: Ctx, rows: ListedCase[]) {
  const found = new Map<string, { reply: number | null; resolve: number | null }>()
  const open = rows.filter((row) => row.state !== 'closed')
  if (open.length === 0) return found
  const db = read(ctx)
  const ids = open.map((row) => row.id)
  const waiting = await db
    .select({ caseId: casePeople.caseId, from: casePeople.clockFrom, dueAt: casePeople.replyDueAt })
    .from(casePeople)
    .where(and(inArray(casePeople.caseId, ids), eq(casePeople.state, 'waiting')))
  const pauses = await db
    .select({ caseId: clockPauses.caseId, fromAt: clockPauses.fromAt, toAt: clockPauses.toAt })
    .from(clockPauses)
    .where(inArray(clockPauses.caseId, ids))
    .orderBy(asc(clockPauses.fromAt), asc(clockPauses.id))
  const calendars = new Map<string, Awaited<ReturnType<typeof getWorkingCalendar>>>()
  for (const ownerId of new Set(open.map((row) => row.ownerId))) {
    const mine = open.filter((row) => row.ownerId === ownerId)
    const since = mine.flatMap((row) => [row.openedAt, ...waiting.flatMap((one) => one.caseId === row.id && one.from !== null ? [one.from] : [])]) // prettier-ignore
    calendars.set(ownerId, await getWorkingCalendar(ctx, Math.min(...since), ownerId))
  }
  for (const row of open) {
    const calendar = calendars.get(row.ownerId)!
    const first = waiting.find((one) => one.caseId === row.id && one.dueAt === row.replyDueAt)
    const stood: Pause[] = pauses.filter((pause) => pause.caseId === row.id)
    const used = (from: number | null, dueAt: number, pauses: Pause[]) =>
      percentToShow({ from, dueAt, pauses }, ctx.now(), calendar)
    found.set(row.id, {
      reply: first ? used(first.from, first.dueAt, []) : null,
      resolve: row.resolveDueAt === null ? null : used(row.openedAt, row.resolveDueAt, stood),
    })
  }
  return found
}
