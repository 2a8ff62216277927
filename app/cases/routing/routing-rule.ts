import { z } from 'zod'
import { isId } from '#app/platform/id.ts'
import { routeTargets, type RouteTarget, type RouteWhen } from '#db/enums/cases.ts'
import { languages } from '#db/enums/platform.ts'
import { severities, type Severity } from '#db/enums/surveys.ts'

/** Rules that an install keeps: every case may be held against all of them. */
export const mostRules = 50

/** Open cases of somebody are counted up to here: more says nothing about whose turn it is, and costs every answer. */
export const enoughLoad = 50

export interface RoutingRule {
  id: string
  when: RouteWhen
  target: RouteTarget
  targetId: string | null
  enabled: boolean
}

/** There from the start; it can be changed and switched off, not deleted. */
export const complaintRule: RoutingRule = {
  id: 'rul_about_owner',
  when: { aboutOwner: true },
  target: 'lead',
  targetId: null,
  enabled: true,
}

/** Whether a rule is looked at before the account's owner, who never gets what it takes; all others come after. */
export const beforeOwner = ({ target, when }: Pick<RoutingRule, 'target' | 'when'>): boolean =>
  target === 'lead' || when.aboutOwner === true

/** What a case is held against rules by. */
export interface RouteFacts {
  tier: string | null
  region: string | null
  industry: string | null
  language: string | null
  topicIds: ReadonlySet<string>
  severity: Severity | null
  aboutOwner: boolean
}

/** Whether a rule asks for nothing that isn't so. Of each list one is enough. */
export function fits({ when }: Pick<RoutingRule, 'when'>, facts: RouteFacts): boolean {
  const among = (list: string[] | undefined, value: string | null) => !list || (value !== null && list.includes(value))
  return (
    (!when.aboutOwner || facts.aboutOwner) &&
    among(when.tiers, facts.tier) &&
    among(when.regions, facts.region) &&
    among(when.industries, facts.industry) &&
    among(when.languages, facts.language) &&
    among(when.severities, facts.severity) &&
    (!when.topicIds || when.topicIds.some((id) => facts.topicIds.has(id)))
  )
}

const values = z.array(z.string().trim().min(1).max(120)).max(50).default([])
const id = z.string().refine(isId)

/** As a form sends it: what isn't asked for is an empty list. */
export const ruleSchema = z.object({
  tiers: values,
  regions: values,
  industries: values,
  languages: z.array(z.enum(languages)).max(languages.length).default([]),
  topicIds: z.array(id).max(50).default([]),
  severities: z.array(z.enum(severities)).max(severities.length).default([]),
  aboutOwner: z.literal('on').optional(),
  target: z.enum(routeTargets),
  userId: id.optional(),
  teamId: id.optional(),
})
export const editRuleSchema = ruleSchema.extend({ ruleId: id })
export const ruleIdSchema = z.object({ ruleId: id })
export const moveRuleSchema = ruleIdSchema.extend({ by: z.enum(['up', 'down']) })
export const switchRuleSchema = ruleIdSchema.extend({ enabled: z.enum(['on', 'off']) })
export const rotaSchema = z.object({ userId: id })

/** The conditions of a form as they are kept. */
export function whenOf({
  aboutOwner,
  ...lists
}: Pick<z.output<typeof ruleSchema>, 'aboutOwner' | keyof Lists> & Record<string, unknown>): RouteWhen {
  const when: RouteWhen = aboutOwner ? { aboutOwner: true } : {}
  for (const key of listKeys) if (lists[key].length) when[key] = [...lists[key]]
  return when
}

type Lists = Required<Omit<RouteWhen, 'aboutOwner'>>
const listKeys = ['tiers', 'regions', 'industries', 'languages', 'topicIds', 'severities'] as const

/** Why somebody has a case, beside the rule that gave it to them. */
export const routeReasons = ['owner', 'stand_in', 'rota', 'fallback', 'about_owner', 'kept_from'] as const
/** As its event says it. */
export type RouteWhy = (typeof routeReasons)[number] | `rule:${string}`
