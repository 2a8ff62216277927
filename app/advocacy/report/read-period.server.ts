import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { reportQuery } from '#app/advocacy/report/report-query.ts'
import type { PeriodQuery } from '#app/advocacy/report/report-view.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { dayOf, startOfDay } from '#app/platform/calendar.ts'
import { dayOfIso } from '#app/platform/day.ts'
import type { z } from 'zod'

/** From an instant to before another, milliseconds UTC. */
export interface Span {
  from: number
  to: number
}

export interface Period extends Span {
  /** Day numbers where the organisation is, both included. */
  firstDay: number
  lastDay: number
  /** As many days just before it. */
  before: Span
  /** How a link says it. */
  query: PeriodQuery
}

/** Which days a query means, where the organisation is. Own days in the wrong order count as none. */
export async function readPeriod(ctx: Ctx, query: z.output<typeof reportQuery>): Promise<Period> {
  const { zone } = await getOrganisation(ctx)
  const [from, to] = [query.from, query.to].map((iso) => (iso === undefined ? null : dayOfIso(iso)))
  const own = from != null && to != null && from <= to
  const lastDay = own ? to : dayOf(ctx.now(), zone)
  const firstDay = own ? from : lastDay - query.days + 1
  const length = lastDay - firstDay + 1
  const span = (first: number, last: number) => ({ from: startOfDay(first, zone), to: startOfDay(last + 1, zone) })
  return {
    ...span(firstDay, lastDay),
    firstDay,
    lastDay,
    before: span(firstDay - length, firstDay - 1),
    query: own ? { from: query.from!, to: query.to! } : { days: String(query.days) },
  }
}
