import { asc } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { complaintRule, mostRules, type RoutingRule } from '#app/cases/routing/routing-rule.ts'
import { routingRules } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'

const findRules = statement((db) =>
  db
    .select({
      id: routingRules.id,
      when: routingRules.when,
      target: routingRules.target,
      targetId: routingRules.targetId,
      enabled: routingRules.enabled,
    })
    .from(routingRules)
    .orderBy(asc(routingRules.position), asc(routingRules.id))
    .limit(mostRules + 1),
)

/** All rules in their order, those that are switched off too. Until somebody changes it, the one about complaints is first. */
export async function allRules(ctx: Ctx): Promise<RoutingRule[]> {
  const rules = await findRules(read(ctx))
  return rules.some((rule) => rule.id === complaintRule.id) ? rules : [complaintRule, ...rules]
}

export const rulesInForce = async (ctx: Ctx): Promise<RoutingRule[]> =>
  (await allRules(ctx)).filter((rule) => rule.enabled)
