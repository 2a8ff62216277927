import { and, asc, desc, eq } from 'drizzle-orm'
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
  const step = way === 'topic' ? aboutTopic(ctx, filter) : inOrder(ctx, filter)
  const last = await step(from, most)
  return last && (await step(last, 1)) ? last : null
}

function inOrder(ctx: Ctx, filter: ResponseFilter) {
  const { day, id, programId } = responses
  return async (from: Place | null, most: number): Promise<Place | undefined> => {
    const seen = read(ctx)
      .select({ key: day, id })
      .from(responses)
      .where(
        and(filter.program ? eq(programId, filter.program) : undefined, within({ ...filter, below: from }, day, id)),
      )
      .orderBy(desc(day), desc(id))
      .limit(most)
      .as('seen')
    return (await read(ctx).select().from(seen).orderBy(asc(seen.key), asc(seen.id)).limit(1))[0]
  }
}

function aboutTopic(ctx: Ctx, filter: ResponseFilter) {
  const { day, responseId: id, topicId } = responseTopics
  return async (from: Place | null, most: number): Promise<Place | undefined> => {
    const seen = read(ctx)
      .select({ key: day, id })
      .from(responseTopics)
      .where(and(eq(topicId, filter.topic!), within({ ...filter, below: from }, day, id)))
      .orderBy(desc(day), desc(id))
      .limit(most)
      .as('seen')
    return (await read(ctx).select().from(seen).orderBy(asc(seen.key), asc(seen.id)).limit(1))[0]
  }
}
