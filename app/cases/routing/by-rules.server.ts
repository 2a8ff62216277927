import { awayToday, worksFor } from '#app/access/absences/works-for.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import {
  findOfTeam,
  findOne,
  findOnRota,
  leadOf,
  leastLoaded,
  type Candidate,
} from '#app/cases/routing/candidates.server.ts'
import { routeFacts, type RouteAbout } from '#app/cases/routing/routing-facts.server.ts'
import { fits, type RouteFacts, type RoutingRule } from '#app/cases/routing/routing-rule.ts'

/** The first of some rules that fits and has somebody there, `shut` left out. */
export async function byRules(
  ctx: Ctx,
  rules: readonly RoutingRule[],
  { about, seed, shut }: { about: RouteAbout; seed: string; shut: readonly string[] },
): Promise<{ rule: RoutingRule; ownerId: string } | null> {
  const withTopics = rules.some((rule) => rule.when.topicIds)
  let facts: RouteFacts | undefined
  for (const rule of rules) {
    facts ??= await routeFacts(ctx, about, withTopics)
    if (!fits(rule, facts)) continue
    const ownerId = await byTarget(rule)
    if (ownerId !== null && !shut.includes(ownerId)) return { rule, ownerId }
  }
  return null

  async function byTarget({ target, targetId }: RoutingRule): Promise<string | null> {
    if (target === 'lead') return about.account?.ownerId ? leadOf(ctx, about.account.ownerId) : null
    if (target === 'rota') return leastOf(ctx, await findOnRota(read(ctx)), { seed, shut })
    if (targetId === null) return null
    if (target === 'team') return leastOf(ctx, await findOfTeam(read(ctx), { id: targetId }), { seed, shut })
    const worker = await worksFor(ctx, targetId)
    const [able] = worker === null ? [] : await findOne(read(ctx), { id: worker })
    return able?.id ?? null
  }
}

/** Of some people who is there and carries least. */
export async function leastOf(
  ctx: Ctx,
  people: Candidate[],
  { seed, shut }: { seed: string; shut: readonly string[] },
): Promise<string | null> {
  const away = await awayToday(ctx)
  return leastLoaded(
    people.filter(({ id }) => !away.has(id) && !shut.includes(id)),
    seed,
  )
}
