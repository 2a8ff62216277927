import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { noTerms, rewardRuleSchema, ruleForm, termsOf } from '#app/advocacy/rewards/rule.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { rewardRules, type RewardRule, type RewardTerms } from '#db/enums/advocacy-rewards.ts'
import { nameLock } from '#db/lock.ts'
import { giftLists, rewardRuleVersions as versions } from '#db/schema/advocacy-rewards.ts'

const oneAtATime = nameLock('advocacy.reward-rules')

export interface RuleNow {
  rule: RewardRule
  /** Of the version; 0 before the first. */
  number: number
  terms: RewardTerms
}

/** What an act earned at a time: the rule's version of then. */
export async function ruleAt(ctx: Ctx, rule: RewardRule, at: number): Promise<RuleNow> {
  const [row] = await read(ctx)
    .select({ number: versions.number, terms: versions.terms })
    .from(versions)
    .where(and(eq(versions.rule, rule), lte(versions.createdAt, at)))
    .orderBy(desc(versions.number))
    .limit(1)
  return { rule, ...(row ?? { number: 0, terms: noTerms }) }
}

/** All rules as they are now. */
export async function listRules(ctx: Ctx): Promise<RuleNow[]> {
  authorise(ctx, 'advocates.read')
  const found = new Map<RewardRule, RuleNow>()
  const rows = await read(ctx).select().from(versions).where(inArray(versions.rule, [...rewardRules])).orderBy(asc(versions.number)) // prettier-ignore
  for (const { rule, number, terms } of rows) found.set(rule, { rule, number, terms })
  return rewardRules.map((rule) => found.get(rule) ?? { rule, number: 0, terms: noTerms })
}

/** A rule as it is, and its last versions, the newest first. */
export async function getRule(ctx: Ctx, rule: RewardRule) {
  authorise(ctx, 'advocates.read')
  const history = await read(ctx)
    .select({ number: versions.number, terms: versions.terms, at: versions.createdAt })
    .from(versions)
    .where(eq(versions.rule, rule))
    .orderBy(desc(versions.number))
    .limit(20)
  const now = history[0] ?? { number: 0, terms: noTerms }
  return { rule, number: now.number, terms: now.terms, history }
}

/**
 * Changes what an act earns from now on; what was earned stays. The same again makes no version.
 * @throws Invalid naming the field, Conflict `rule_changed` when it was made from an older version
 */
export async function editRule(ctx: Ctx, rule: RewardRule, input: z.input<typeof ruleForm>): Promise<boolean> {
  authorise(ctx, 'rewards.approve')
  rewardRuleSchema.parse(rule)
  const typed = ruleForm.parse(input)
  const found = termsOf(typed, (await getOrganisation(ctx)).baseCurrency)
  if ('fields' in found) throw new Invalid(Object.values(found.fields)[0]!, found.fields)
  const { terms } = found
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    const before = await getRule(ctx, rule)
    if (before.number !== typed.base) throw new Conflict('rule_changed')
    const { gift } = terms
    if (gift?.kind === 'code') {
      const [list] = await ctx.tx.select({ id: giftLists.id }).from(giftLists).where(eq(giftLists.id, gift.listId))
      if (!list) throw new Invalid('reward_no_list', { listId: 'reward_no_list' })
    }
    if (isDeepStrictEqual(before.terms, terms)) return false
    const at = ctx.now()
    const number = before.number + 1
    await ctx.tx.insert(versions).values({ id: newId('rrv', at), rule, number, terms, createdAt: at, createdBy: ctx.actor.id ?? ctx.actor.kind }) // prettier-ignore
    await recordEvent(ctx, {
      type: 'advocacy.reward_rule_changed',
      subject: { kind: 'reward_rule', id: rule },
      data: { version: number, on: terms.on, points: terms.points, gift: gift?.kind ?? null },
    })
    return true
  })
}
