import { and, eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Locale } from '#app/platform/words.ts'
import type { TopicRule } from '#app/responses/topics/topic.ts'
import { topicRules } from '#db/schema/responses.ts'

/** The rules of one version of a topic; a language that has none finds nothing. */
export async function findRules(ctx: Ctx, topicId: string, version: number): Promise<Record<Locale, TopicRule>> {
  const rows = await read(ctx)
    .select({ language: topicRules.language, any: topicRules.anyOf, all: topicRules.allOf, none: topicRules.noneOf })
    .from(topicRules)
    .where(and(eq(topicRules.topicId, topicId), eq(topicRules.version, version)))
  const of = (language: Locale): TopicRule => {
    const { any = [], all = [], none = [] } = rows.find((row) => row.language === language) ?? {}
    return { any, all, none }
  }
  return { en: of('en'), ja: of('ja') }
}
