import { and, desc, eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { within } from '#app/responses/conditions.server.ts'
import type { ResponseFilter } from '#app/responses/response-filter.ts'
import type { Place } from '#db/keyset.ts'
import { responses, responseTopics } from '#db/schema/responses.ts'

/** The narrowest index that a filter allows. Of one customer everything is read: it is little. */
export function wayOf(filter: ResponseFilter): 'customer' | 'topic' | 'program' | 'all' {
  if (filter.account !== undefined || filter.contact !== undefined) return 'customer'
  if (filter.topic !== undefined && filter.topic !== 'none') return 'topic'
  return filter.program === undefined ? 'all' : 'program'
}

/**
 * The last of the `most` answers that are looked at from a place on; null when they are all there are. However rarely
 * a filter fits, one request looks no further.
 */
export async function reachOf(
  ctx: Ctx,
  filter: ResponseFilter,
  most: number,
  from: Place | null,
): Promise<Place | null> {
  const way = wayOf(filter)
  if (way === 'customer') return null
  const span = { ...filter, below: from }
  const [last, further] = await (way === 'topic' ? aboutTopic(ctx, span) : inOrder(ctx, span)).limit(2).offset(most - 1)
  return last && further ? last : null
}

type Span = ResponseFilter & { below: Place | null }

function inOrder(ctx: Ctx, span: Span) {
  const { day, id, programId } = responses
  return read(ctx)
    .select({ key: day, id })
    .from(responses)
    .where(and(span.program ? eq(programId, span.program) : undefined, within(span, day, id)))
    .orderBy(desc(day), desc(id))
}

function aboutTopic(ctx: Ctx, span: Span) {
  const { day, responseId: id, topicId } = responseTopics
  return read(ctx)
    .select({ key: day, id })
    .from(responseTopics)
    .where(and(eq(topicId, span.topic!), within(span, day, id)))
    .orderBy(desc(day), desc(id))
}
