import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { checkTopic } from '#app/responses/topics/check-topic.server.ts'
import { findRules } from '#app/responses/topics/find-rules.server.ts'
import { insertRules } from '#app/responses/topics/insert-rules.server.ts'
import { changeTopicInput } from '#app/responses/topics/topic.ts'
import { topics } from '#db/schema/responses.ts'

/**
 * Renames a topic, or gives it other rules: a new version, which new comments go by at once.
 * @returns what was there before, for undo; null when nothing is different
 * @throws Invalid; Conflict `topic_changed` when somebody else changed it since it was read; NotFound
 */
export async function changeTopic(ctx: Ctx, input: z.input<typeof changeTopicInput>) {
  const parsed = changeTopicInput.safeParse(input)
  if (!parsed.success) throw new Invalid('topic_form')
  const { topicId, version, nameEn, nameJa, en, ja } = parsed.data
  authorise(ctx, 'topics.edit')
  return write(ctx, async (ctx) => {
    const [before] = await ctx.tx.select().from(topics).where(eq(topics.id, topicId))
    if (!before) throw new NotFound()
    await checkTopic(ctx, parsed.data, topicId)
    const rules = await findRules(ctx, topicId, before.version)
    const ruled = JSON.stringify([rules.en, rules.ja]) !== JSON.stringify([ordered(en), ordered(ja)])
    const named = before.nameEn !== nameEn || before.nameJa !== nameJa
    if (!ruled && !named) return null
    const next = ruled ? version + 1 : version
    const [changed] = await ctx.tx
      .update(topics)
      .set({ nameEn, nameJa, version: next, updatedAt: ctx.now() })
      .where(and(eq(topics.id, topicId), eq(topics.version, version)))
      .returning({ id: topics.id })
    if (!changed) throw new Conflict('topic_changed')
    if (ruled) await insertRules(ctx, { topicId, version: next, en, ja })
    await recordEvent(ctx, {
      type: ruled ? 'responses.topic_rules_changed' : 'responses.topic_renamed',
      subject: { kind: 'topic', id: topicId },
      data: { version: next },
    })
    return { version: before.version, nameEn: before.nameEn, nameJa: before.nameJa, now: next, ruled }
  })
}

const ordered = ({ any, all, none }: { any: string[]; all: string[]; none: string[] }) => ({ any, all, none })
