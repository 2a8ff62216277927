import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { addWorkingTime } from '#app/platform/working-time.ts'
import type { ContactRules } from '#db/enums/delivery.ts'

/** When a mail that is due then may leave to somebody in a zone (the organisation's when null): then, or with the next opening. */
export type SendingHours = (at: number, zone: string | null) => number

/** The hours in which mail is sent, with the days off that are known today. */
export async function sendingHours(ctx: Ctx, { hours, holidays }: ContactRules): Promise<SendingHours> {
  // From yesterday on: west of the organisation it still is.
  const { zone: home, off } = await getWorkingCalendar(ctx, ctx.now() - DAY)
  const calendar = { week: hours, off: holidays ? off : new Set<number>() }
  return (at, zone) => addWorkingTime(at, 0, { ...calendar, zone: zone ?? home })
}
