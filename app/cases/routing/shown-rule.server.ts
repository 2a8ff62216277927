import { inArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { RoutingRule } from '#app/cases/routing/routing-rule.ts'
import type { Word } from '#app/platform/words.ts'
import { teams, users } from '#db/schema/access.ts'
import { topics } from '#db/schema/responses.ts'

/** A rule with the names of what it speaks of. */
export interface ShownRule extends RoutingRule {
  topics: Word[]
  /** Of the person or team; null when they are gone. */
  targetName: string | null
  /** The person has left. */
  targetLeft: boolean
}

export async function showRules(ctx: Ctx, rules: RoutingRule[]): Promise<ShownRule[]> {
  const db = read(ctx)
  const targetIds = rules.flatMap(({ targetId }) => targetId ?? [])
  const topicIds = rules.flatMap(({ when }) => when.topicIds ?? [])
  const people = targetIds.length
    ? await db.select({ id: users.id, name: users.name, state: users.state }).from(users).where(inArray(users.id, targetIds)) // prettier-ignore
    : []
  const groups = targetIds.length
    ? await db.select({ id: teams.id, name: teams.name }).from(teams).where(inArray(teams.id, targetIds))
    : []
  const about = topicIds.length
    ? await db.select({ id: topics.id, en: topics.nameEn, ja: topics.nameJa }).from(topics).where(inArray(topics.id, topicIds)) // prettier-ignore
    : []
  return rules.map((rule) => {
    const person = people.find(({ id }) => id === rule.targetId)
    return {
      ...rule,
      topics: about.filter(({ id }) => rule.when.topicIds?.includes(id)).map(({ en, ja }) => ({ en, ja })),
      targetName: person?.name ?? groups.find(({ id }) => id === rule.targetId)?.name ?? null,
      targetLeft: person !== undefined && person.state !== 'active',
    }
  })
}
