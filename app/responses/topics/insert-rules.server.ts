import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { TopicRule } from '#app/responses/topics/topic.ts'
import { topicRules } from '#db/schema/responses.ts'

/** Writes one version of a topic's rules down: a row for each language. */
export async function insertRules(
  ctx: TxCtx,
  { topicId, version, en, ja }: { topicId: string; version: number; en: TopicRule; ja: TopicRule },
): Promise<void> {
  await ctx.tx.insert(topicRules).values(
    [['en', en] as const, ['ja', ja] as const].map(([language, rule]) => ({
      id: newId('trl', ctx.now()),
      topicId,
      version,
      language,
      anyOf: rule.any,
      allOf: rule.all,
      noneOf: rule.none,
    })),
  )
}
