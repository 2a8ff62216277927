import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { checkTopic } from '#app/responses/topics/check-topic.server.ts'
import { findRules } from '#app/responses/topics/find-rules.server.ts'
import { topicStateInput } from '#app/responses/topics/topic.ts'
import { topics } from '#db/schema/responses.ts'

/**
 * Archives a topic, or takes it back into use. An archived topic is shown nowhere and given to no comment; what it was
 * given to is kept. Taken back, it has missed comments, so its rules want to be applied again.
 * @throws Conflict `topic_changed` when it is so already; Invalid `topic_name_taken`
 */
export async function setTopicState(ctx: Ctx, input: z.input<typeof topicStateInput>) {
  const { topicId, to } = topicStateInput.parse(input)
  authorise(ctx, 'topics.edit')
  return write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(topics)
      .set(
        to === 'archived'
          ? { archivedAt: ctx.now(), updatedAt: ctx.now() }
          : { archivedAt: null, appliedVersion: 0, updatedAt: ctx.now() },
      )
      .where(and(eq(topics.id, topicId), to === 'archived' ? isNull(topics.archivedAt) : isNotNull(topics.archivedAt)))
      .returning()
    if (!row) throw new Conflict('topic_changed')
    if (to === 'active') await checkTopic(ctx, { ...row, ...(await findRules(ctx, topicId, row.version)) }, topicId)
    await recordEvent(ctx, {
      type: to === 'archived' ? 'responses.topic_archived' : 'responses.topic_restored',
      subject: { kind: 'topic', id: topicId },
    })
    return { nameEn: row.nameEn, nameJa: row.nameJa }
  })
}
