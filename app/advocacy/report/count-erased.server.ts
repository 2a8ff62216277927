import { and, eq, gte, isNull, like } from 'drizzle-orm'
import { askEvents } from '#app/advocacy/asking/change-ask.server.ts'
import type { Span } from '#app/advocacy/report/read-period.server.ts'
import { replayAsks } from '#app/advocacy/report/replay-asks.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { firstId } from '#app/platform/ids.server.ts'
import { events } from '#db/schema/audit.ts'

export interface ErasedAsks {
  asked: number
  accepted: number
  acted: number
}

/** From reserved to sent: half an hour, a working day of the owner, and the longest holidays. */
const longestWay = 30 * DAY

/**
 * Asks of a period whose people are erased since: their rows are gone, and whose they were with them, so that they are
 * counted as asks, apart from the people. Their events say nobody any more and stay.
 */
export async function countErased(ctx: Ctx, { from, to }: Span): Promise<ErasedAsks> {
  const rows = await read(ctx)
    .select({ askId: events.subjectId, type: events.type, at: events.at })
    .from(events)
    // Events of nobody, in the order of time: the index of people holds them together.
    .where(
      and(
        isNull(events.contactId),
        gte(events.id, firstId('evt', from - longestWay)),
        eq(events.subjectKind, 'ask'),
        like(events.type, 'advocacy.ask_%'),
      ),
    )
  const asks = [...replayAsks(rows, askEvents).values()].filter(
    ({ sentAt }) => sentAt !== null && sentAt >= from && sentAt < to,
  )
  const count = (...states: string[]) => asks.filter(({ state }) => states.includes(state)).length
  return { asked: asks.length, accepted: count('accepted', 'done'), acted: count('done') }
}
