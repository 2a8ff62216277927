import { and, asc, eq, isNull } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { TopicMatcher } from '#app/responses/topics/topic-matcher.ts'
import type { TopicRule } from '#app/responses/topics/topic.ts'
import { topicRules, topics } from '#db/schema/responses.ts'
import { statement } from '#db/statement.ts'
import type { Store } from '#db/store/store.ts'

/** The rules in force, ready to use. */
export interface LoadedMatcher {
  matcher: TopicMatcher
  /** Topic id → version of its rules. */
  versions: ReadonlyMap<string, number>
}

const findVersions = statement((db) =>
  db
    .select({ id: topics.id, version: topics.version })
    .from(topics)
    .where(isNull(topics.archivedAt))
    .orderBy(asc(topics.id)),
)

/** A version of a topic never changes, so the versions tell whether the last one made still holds. */
const made = new WeakMap<Store, { signature: string; loaded: LoadedMatcher }>()

/** The rules of all topics that are not archived. */
export async function loadMatcher(ctx: Ctx): Promise<LoadedMatcher> {
  const rows = await findVersions(read(ctx))
  const signature = rows.map(({ id, version }) => `${id}/${version}`).join()
  const known = made.get(ctx.store)
  if (known?.signature === signature) return known.loaded
  const rules = await read(ctx)
    .select({ topicId: topicRules.topicId, any: topicRules.anyOf, all: topicRules.allOf, none: topicRules.noneOf })
    .from(topicRules)
    .innerJoin(topics, and(eq(topics.id, topicRules.topicId), eq(topics.version, topicRules.version)))
    .where(isNull(topics.archivedAt))
  const byTopic = new Map<string, TopicRule[]>(rows.map(({ id }) => [id, []]))
  for (const { topicId, ...rule } of rules) byTopic.get(topicId)?.push(rule)
  const loaded = {
    matcher: new TopicMatcher([...byTopic].map(([id, rules]) => ({ id, rules }))),
    versions: new Map(rows.map(({ id, version }) => [id, version])),
  }
  made.set(ctx.store, { signature, loaded })
  return loaded
}
