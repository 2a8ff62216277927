import { and, desc, eq, inArray, isNotNull, notExists, notInArray, sql, type SQL } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { responseTopics, responses, topics } from '#db/schema/responses.ts'
import type { Db } from '#db/store/store.ts'

/** Answers about one topic, the newest first, found by the topic's own index: a rare one is as quick as a common one. */
export const newestAbout = (db: Db, topicId: string, narrowed: (SQL | undefined)[]) =>
  db
    .select({ key: responseTopics.day, id: responseTopics.responseId })
    .from(responseTopics)
    .innerJoin(responses, eq(responses.id, responseTopics.responseId))
    .where(and(eq(responseTopics.topicId, topicId), eq(responseTopics.present, true), ...narrowed))
    .orderBy(desc(responseTopics.day), desc(responseTopics.responseId))

/** Looked through, and no topic in use was found. */
export const withoutTopic = (db: Db) =>
  and(
    isNotNull(responses.comment),
    notExists(
      db
        .select({ one: sql`1` })
        .from(responseTopics)
        .where(
          and(
            eq(responseTopics.responseId, responses.id),
            eq(responseTopics.present, true),
            notInArray(responseTopics.topicId, archived(db)),
          ),
        ),
    ),
  )

/** A handful, looked up once: joined instead, PostgreSQL may join for every answer as long as it has no statistics. */
const archived = (db: Db) => db.select({ id: topics.id }).from(topics).where(isNotNull(topics.archivedAt))

/** Those of some answers that are about a topic, or with `none` about no topic. */
export async function thoseAbout(ctx: Ctx, ids: string[], topic: string): Promise<Set<string>> {
  const db = read(ctx)
  const rows =
    topic === 'none'
      ? await db
          .select({ id: responses.id })
          .from(responses)
          .where(and(inArray(responses.id, ids), isNotNull(responses.taggedAt), withoutTopic(db)))
      : await db
          .select({ id: responseTopics.responseId })
          .from(responseTopics)
          .where(and(inArray(responseTopics.responseId, ids), eq(responseTopics.topicId, topic), eq(responseTopics.present, true))) // prettier-ignore
  return new Set(rows.map((row) => row.id))
}
