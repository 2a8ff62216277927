import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { loadMatcher } from '#app/responses/topics/load-matcher.server.ts'
import type { Span } from '#app/responses/topics/spans.ts'
import { TopicMatcher } from '#app/responses/topics/topic-matcher.ts'
import type { TopicRule } from '#app/responses/topics/topic.ts'
import { responseTopics, responses } from '#db/schema/responses.ts'
import type { Class } from '#db/enums/statistics.ts'

/** A preview looks through so many of the newest comments. */
export const previewedAtMost = 2_000
const examples = 3

interface Example {
  responseId: string
  comment: string
  language: Language
  class: Class
  /** The words that make it, or made it. */
  spans: Span[]
}

export interface TopicPreview {
  topicId: string
  /** Comments that the rules find. */
  found: number
  gained: number
  lost: number
  foundExamples: Example[]
  gainedExamples: Example[]
  lostExamples: Example[]
}

/**
 * What the rules would do to the newest comments, before they do: which get a topic, which lose it. What people
 * decided doesn't change, and isn't counted. `draft`: one topic by rules that aren't saved yet; else all topics by
 * the rules in force.
 */
export async function previewTagging(ctx: Ctx, draft?: { topicId: string | null; rules: TopicRule[] }) {
  authorise(ctx, 'topics.edit')
  const id = draft?.topicId ?? 'new'
  const { matcher, versions } = draft
    ? { matcher: new TopicMatcher([{ id, rules: draft.rules }]), versions: new Map([[id, 0]]) }
    : await loadMatcher(ctx)
  const rows = await read(ctx)
    .select({ id: responses.id, comment: responses.comment, language: responses.language, class: responses.class })
    .from(responses)
    .where(and(isNotNull(responses.comment), shownTo(ctx)))
    .orderBy(desc(responses.day), desc(responses.id))
    .limit(previewedAtMost)
  const has = await standing(ctx, rows.map((row) => row.id), [...versions.keys()]) // prettier-ignore
  const previews = new Map<string, TopicPreview>()
  for (const topicId of versions.keys()) {
    const empty = { found: 0, gained: 0, lost: 0, foundExamples: [], gainedExamples: [], lostExamples: [] }
    previews.set(topicId, { topicId, ...empty })
  }
  for (const { id, comment, ...row } of rows) {
    const example = (spans: Span[]): Example => ({ responseId: id, comment: comment!, ...row, spans })
    const found = matcher.topicsOf(comment!)
    for (const [topicId, preview] of previews) {
      const spans = found.get(topicId)
      const known = has.get(`${id}/${topicId}`)
      if (spans) {
        preview.found++
        if (preview.foundExamples.length < examples) preview.foundExamples.push(example(spans))
      }
      if (known?.source === 'person' || Boolean(spans) === Boolean(known)) continue
      preview[spans ? 'gained' : 'lost']++
      const list = preview[spans ? 'gainedExamples' : 'lostExamples']
      if (list.length < examples) list.push(example(spans ?? known!.spans))
    }
  }
  return { looked: rows.length, all: rows.length < previewedAtMost, topics: [...previews.values()] }
}

/** The topics that these answers have now, by answer and topic. */
async function standing(ctx: Ctx, responseIds: string[], topicIds: string[]) {
  const known = new Map<string, Pick<typeof responseTopics.$inferSelect, 'source' | 'spans'>>()
  for (let at = 0; at < responseIds.length && topicIds.length; at += 500) {
    const rows = await read(ctx)
      .select({
        responseId: responseTopics.responseId,
        topicId: responseTopics.topicId,
        source: responseTopics.source,
        spans: responseTopics.spans,
      })
      .from(responseTopics)
      .where(
        and(
          inArray(responseTopics.responseId, responseIds.slice(at, at + 500)),
          topicIds.length === 1 ? eq(responseTopics.topicId, topicIds[0]!) : undefined,
        ),
      )
    for (const { responseId, topicId, ...row } of rows) known.set(`${responseId}/${topicId}`, row)
  }
  return known
}
