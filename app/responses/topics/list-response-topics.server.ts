import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Locale } from '#app/platform/words.ts'
import type { Span } from '#app/responses/topics/spans.ts'
import { responseTopics, topics, type topicSources } from '#db/schema/responses.ts'

export interface ShownTopic {
  id: string
  name: Record<Locale, string>
  source: (typeof topicSources)[number]
  /** Where in the comment the words stand that made it; none when a person put it there. */
  spans: Span[]
}

/** The topics of answers that the caller may read, by the answer's id; an answer without any has no entry. */
export async function listResponseTopics(ctx: Ctx, responseIds: readonly string[]): Promise<Map<string, ShownTopic[]>> {
  const found = new Map<string, ShownTopic[]>()
  if (responseIds.length === 0) return found
  const rows = await read(ctx)
    .select({
      responseId: responseTopics.responseId,
      id: topics.id,
      en: topics.nameEn,
      ja: topics.nameJa,
      source: responseTopics.source,
      spans: responseTopics.spans,
    })
    .from(responseTopics)
    .innerJoin(topics, eq(topics.id, responseTopics.topicId))
    .where(
      and(
        inArray(responseTopics.responseId, [...responseIds]),
        eq(responseTopics.present, true),
        isNull(topics.archivedAt),
      ),
    )
    .orderBy(asc(topics.createdAt), asc(topics.id))
  for (const { responseId, id, en, ja, source, spans } of rows) {
    found.set(responseId, [...(found.get(responseId) ?? []), { id, name: { en, ja }, source, spans }])
  }
  return found
}
