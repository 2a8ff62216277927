import type { Ctx } from '#app/audit/context.server.ts'
import type { Used } from '#app/cases/components/case-clock.tsx'
import type { ListedCase } from '#app/cases/list-cases.server.ts'
import { calendarsOf, pausesOf, waitingOf } from '#app/cases/sla/clock-rows.server.ts'
import { percentToShow, type Pause } from '#app/cases/sla/run.ts'

/** A row of the queue with how much of its two clocks is used; null of a closed case. */
export type TimedCase = ListedCase & { used: Used | null }

/** Rows of the queue for a page that shows how much of their clocks is used; of those who wait, the first one's. */
export async function withPercents(ctx: Ctx, rows: ListedCase[]): Promise<TimedCase[]> {
  const open = rows.filter((row) => row.state !== 'closed')
  if (open.length === 0) return rows.map((row) => ({ ...row, used: null }))
  const ids = open.map((row) => row.id)
  const waiting = await waitingOf(ctx, ids)
  const pauses = await pausesOf(ctx, ids)
  const calendars = await calendarsOf(ctx, open, waiting)
  return rows.map((row) => {
    if (row.state === 'closed') return { ...row, used: null }
    const used = (from: number | null, dueAt: number, pauses: Pause[]) =>
      percentToShow({ from, dueAt, pauses }, ctx.now(), calendars(row.ownerId))
    const first = waiting(row.id).find((one) => one.replyDueAt === row.replyDueAt)
    const reply = first ? used(first.clockFrom, first.replyDueAt, []) : null
    const resolve = row.resolveDueAt === null ? null : used(row.openedAt, row.resolveDueAt, pauses(row.id))
    return { ...row, used: { reply, resolve } }
  })
}
