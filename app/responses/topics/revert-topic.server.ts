import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { changeTopic } from '#app/responses/topics/change-topic.server.ts'
import { findRules } from '#app/responses/topics/find-rules.server.ts'
import { topics } from '#db/schema/responses.ts'

export const revertInput = z.object({
  topicId: z.string().refine(isId),
  /** Whose rules come back, as a new version. */
  version: z.coerce.number().int().min(1),
  /** The version that is undone. */
  now: z.coerce.number().int().min(1),
  nameEn: z.string(),
  nameJa: z.string(),
})

/** Takes the last change of a topic back. @throws Conflict `topic_changed` when it was changed again since; NotFound */
export async function revertTopic(ctx: Ctx, input: z.input<typeof revertInput>): Promise<void> {
  const { topicId, version, now, nameEn, nameJa } = revertInput.parse(input)
  authorise(ctx, 'topics.edit')
  const [known] = await read(ctx).select({ id: topics.id }).from(topics).where(eq(topics.id, topicId))
  if (!known) throw new NotFound()
  await changeTopic(ctx, { topicId, version: now, nameEn, nameJa, ...(await findRules(ctx, topicId, version)) })
}
