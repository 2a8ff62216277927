import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { topicRules, topics } from '#db/schema/responses.ts'

/** The topics in use, for filters and choices. */
export async function listTopicNames(ctx: Ctx) {
  authorise(ctx, 'responses.read')
  const rows = await read(ctx)
    .select({ id: topics.id, en: topics.nameEn, ja: topics.nameJa })
    .from(topics)
    .where(isNull(topics.archivedAt))
    .orderBy(asc(topics.createdAt), asc(topics.id))
  return rows.map(({ id, en, ja }) => ({ id, name: { en, ja } }))
}

/** All topics with how many phrases each has, the archived ones included. */
export async function listTopics(ctx: Ctx) {
  authorise(ctx, 'topics.edit')
  const rows = await read(ctx).select().from(topics).orderBy(asc(topics.createdAt), asc(topics.id))
  const rules = await read(ctx)
    .select({
      topicId: topicRules.topicId,
      language: topicRules.language,
      any: topicRules.anyOf,
      all: topicRules.allOf,
    })
    .from(topicRules)
    .innerJoin(topics, and(eq(topics.id, topicRules.topicId), eq(topics.version, topicRules.version)))
  const phrases = (topicId: string, language: 'en' | 'ja') =>
    rules
      .filter((rule) => rule.topicId === topicId && rule.language === language)
      .reduce((n, { any, all }) => n + any.length + all.length, 0)
  return rows.map((row) => ({
    id: row.id,
    name: { en: row.nameEn, ja: row.nameJa },
    archived: row.archivedAt !== null,
    /** Past comments were not yet looked through by its rules. */
    waiting: row.archivedAt === null && row.version !== row.appliedVersion,
    phrases: { en: phrases(row.id, 'en'), ja: phrases(row.id, 'ja') },
  }))
}

/** How many topics in use have rules that past comments were not looked through by. */
export async function countWaiting(ctx: Ctx): Promise<number> {
  authorise(ctx, 'topics.edit')
  const rows = await read(ctx)
    .select({ version: topics.version, appliedVersion: topics.appliedVersion, n: count() })
    .from(topics)
    .where(isNull(topics.archivedAt))
    .groupBy(topics.version, topics.appliedVersion)
  return rows.reduce((sum, row) => sum + (row.version === row.appliedVersion ? 0 : row.n), 0)
}
