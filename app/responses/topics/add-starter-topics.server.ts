import { and, inArray, isNotNull } from 'drizzle-orm'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { insertRules } from '#app/responses/topics/insert-rules.server.ts'
import { starterTopics } from '#app/responses/topics/starter-topics.ts'
import { responses, topics } from '#db/schema/responses.ts'

/**
 * Adds those of the twelve starter topics that were never there. `onlyFirst`: does nothing once there is any topic, so
 * that a start never brings back what an install didn't want.
 * @returns how many were added
 */
export async function addStarterTopics(ctx: Ctx, { onlyFirst = false } = {}): Promise<number> {
  authorise(ctx, 'topics.edit')
  const ids = starterTopics.map(({ id }) => id)
  const known = await read(ctx)
    .select({ id: topics.id })
    .from(topics)
    .where(onlyFirst ? undefined : inArray(topics.id, ids))
    .limit(ids.length)
  if (onlyFirst ? known.length > 0 : known.length === ids.length) return 0
  return write(ctx, async (ctx) => {
    const at = ctx.now()
    const appliedVersion = await versionApplied(ctx)
    let added = 0 // a millisecond apart, so that they stay in this order
    for (const [place, { id, nameEn, nameJa, en, ja }] of starterTopics.entries()) {
      const [row] = await ctx.tx
        .insert(topics)
        .values({ id, nameEn, nameJa, version: 1, appliedVersion, createdAt: at + place, updatedAt: at })
        .onConflictDoNothing({ target: topics.id })
        .returning({ id: topics.id })
      if (!row) continue
      await insertRules(ctx, { topicId: id, version: 1, en, ja })
      await recordEvent(ctx, { type: 'responses.topic_created', subject: { kind: 'topic', id } })
      added++
    }
    return added
  })
}

/** What a new topic starts with: as long as no comment was looked through, it misses none. */
export async function versionApplied({ tx }: TxCtx): Promise<0 | 1> {
  const [seen] = await tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(isNotNull(responses.comment), isNotNull(responses.taggedAt)))
    .limit(1)
  return seen ? 0 : 1
}
