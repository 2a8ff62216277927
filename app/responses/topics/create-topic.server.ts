import { count, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { versionApplied } from '#app/responses/topics/add-starter-topics.server.ts'
import { checkTopic } from '#app/responses/topics/check-topic.server.ts'
import { insertRules } from '#app/responses/topics/insert-rules.server.ts'
import { mostTopics, topicInput } from '#app/responses/topics/topic.ts'
import { topics } from '#db/schema/responses.ts'

/**
 * Adds a topic. New comments get it from now on; those of the past when the rules are applied to them.
 * @returns its id
 * @throws Invalid on a faulty phrase or a name that is taken; Conflict `too_many_topics`
 */
export async function createTopic(ctx: Ctx, input: z.input<typeof topicInput>): Promise<string> {
  const parsed = topicInput.safeParse(input)
  if (!parsed.success) throw new Invalid('topic_form')
  const { nameEn, nameJa, en, ja } = parsed.data
  authorise(ctx, 'topics.edit')
  return write(ctx, async (ctx) => {
    await checkTopic(ctx, parsed.data, null)
    const [active] = await ctx.tx.select({ n: count() }).from(topics).where(isNull(topics.archivedAt))
    if (active!.n >= mostTopics) throw new Conflict('too_many_topics')
    const at = ctx.now()
    const id = newId('top', at)
    const appliedVersion = await versionApplied(ctx)
    await ctx.tx.insert(topics).values({ id, nameEn, nameJa, version: 1, appliedVersion, createdAt: at, updatedAt: at })
    await insertRules(ctx, { topicId: id, version: 1, en, ja })
    await recordEvent(ctx, { type: 'responses.topic_created', subject: { kind: 'topic', id } })
    return id
  })
}
