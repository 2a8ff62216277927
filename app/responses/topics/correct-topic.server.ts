import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { loadMatcher } from '#app/responses/topics/load-matcher.server.ts'
import { tagResponses } from '#app/responses/topics/tag-responses.server.ts'
import { correctionInput, type Correction } from '#app/responses/topics/topic.ts'
import { rowLock } from '#db/lock.ts'
import { responseTopics, responses, topics } from '#db/schema/responses.ts'

const lockResponse = rowLock(responses, responses.id)

/**
 * A person's word on whether an answer is about a topic: no rule overrules it, however often they are applied. `rule`
 * takes the word back.
 * @returns what stood before, for undo, and the topic's names
 * @throws NotFound
 */
export async function correctTopic(ctx: Ctx, input: z.input<typeof correctionInput>) {
  const { responseId, topicId, to } = correctionInput.parse(input)
  authorise(ctx, 'topics.correct')
  return write(ctx, async (ctx) => {
    await lockResponse(ctx.tx, responseId)
    const [answer] = await ctx.tx
      .select({ id: responses.id, comment: responses.comment, day: responses.day })
      .from(responses)
      .where(and(eq(responses.id, responseId), shownTo(ctx)))
    const [topic] = await ctx.tx.select().from(topics).where(eq(topics.id, topicId))
    if (!answer || !topic || (to === 'on' && topic.archivedAt !== null)) throw new NotFound()
    const one = and(eq(responseTopics.responseId, responseId), eq(responseTopics.topicId, topicId))
    const [row] = await ctx.tx.select().from(responseTopics).where(one)
    const before: Correction = row?.source === 'person' ? (row.present ? 'on' : 'off') : 'rule'
    if (before !== to) {
      if (to === 'rule') {
        await ctx.tx.delete(responseTopics).where(one)
        await tagResponses(ctx, [answer], await loadMatcher(ctx))
      } else await keep(ctx, { responseId, topicId, day: answer.day, present: to === 'on', spans: row?.spans ?? [] })
      await recordEvent(ctx, {
        type: 'responses.topic_corrected',
        subject: { kind: 'response', id: responseId },
        data: { topicId, to, before },
      })
    }
    return { before, nameEn: topic.nameEn, nameJa: topic.nameJa }
  })
}

async function keep(
  ctx: TxCtx,
  said: Pick<typeof responseTopics.$inferInsert, 'responseId' | 'topicId' | 'day' | 'present' | 'spans'>,
) {
  const word = { ...said, source: 'person' as const, actorId: ctx.actor.id, at: ctx.now() }
  await ctx.tx
    .insert(responseTopics)
    .values(word)
    .onConflictDoUpdate({ target: [responseTopics.responseId, responseTopics.topicId], set: word })
}
