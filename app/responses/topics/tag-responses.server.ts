import { and, eq, inArray, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { LoadedMatcher } from '#app/responses/topics/load-matcher.server.ts'
import type { Span } from '#app/responses/topics/spans.ts'
import { responseTopics, responses } from '#db/schema/responses.ts'

export interface Commented {
  id: string
  comment: string | null
  day: number
}

type Row = typeof responseTopics.$inferInsert

/**
 * Gives answers the topics that the rules find in their comments, and takes off what the rules no longer find. What a
 * person decided stays, and so do the topics that are archived now. The answers' rows must be locked, and at most 200.
 * @returns how many topics came on and went off
 */
export async function tagResponses(
  ctx: TxCtx,
  answers: readonly Commented[],
  { matcher, versions }: LoadedMatcher,
): Promise<{ gained: number; lost: number }> {
  if (answers.length === 0) return { gained: 0, lost: 0 }
  const ids = answers.map(({ id }) => id)
  const known = await knownTopics(ctx, ids)
  const wanted: Row[] = []
  const gone = new Map<string, string[]>()
  let [gained, lost] = [0, 0]
  for (const { id, comment, day } of answers) {
    const found = comment === null ? new Map<string, Span[]>() : matcher.topicsOf(comment)
    const has = known.get(id)
    for (const [topicId, spans] of found) {
      const row = has?.get(topicId)
      if (row?.source === 'person') continue
      if (!row) gained++
      else if (row.day === day && same(row.spans, spans)) continue
      wanted.push({ responseId: id, topicId, source: 'rule', present: true, spans, day, actorId: null, at: ctx.now() })
    }
    for (const [topicId, row] of has ?? []) {
      if (row.source === 'person' || found.has(topicId) || !versions.has(topicId)) continue
      gone.set(topicId, [...(gone.get(topicId) ?? []), id])
      lost++
    }
  }
  for (const [topicId, responseIds] of gone) {
    await ctx.tx
      .delete(responseTopics)
      .where(
        and(
          eq(responseTopics.topicId, topicId),
          inArray(responseTopics.responseId, responseIds),
          eq(responseTopics.source, 'rule'),
        ),
      )
  }
  for (let at = 0; at < wanted.length; at += 200) {
    await ctx.tx
      .insert(responseTopics)
      .values(wanted.slice(at, at + 200))
      .onConflictDoUpdate({
        target: [responseTopics.responseId, responseTopics.topicId],
        set: { spans: sql`excluded.spans`, day: sql`excluded.day`, at: sql`excluded.at` },
        setWhere: eq(responseTopics.source, 'rule'),
      })
  }
  await ctx.tx.update(responses).set({ taggedAt: ctx.now() }).where(inArray(responses.id, ids))
  return { gained, lost }
}

async function knownTopics({ tx }: TxCtx, ids: string[]) {
  const rows = await tx
    .select({
      responseId: responseTopics.responseId,
      topicId: responseTopics.topicId,
      source: responseTopics.source,
      spans: responseTopics.spans,
      day: responseTopics.day,
    })
    .from(responseTopics)
    .where(inArray(responseTopics.responseId, ids))
  const known = new Map<string, Map<string, (typeof rows)[number]>>()
  for (const row of rows) {
    const has = known.get(row.responseId) ?? new Map<string, (typeof rows)[number]>()
    known.set(row.responseId, has.set(row.topicId, row))
  }
  return known
}

const same = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every(([from, to], i) => from === b[i]![0] && to === b[i]![1])
