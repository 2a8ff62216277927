import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { getTeam } from '#app/access/list-teams.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { findOne } from '#app/cases/routing/candidates.server.ts'
import {
  complaintRule,
  editRuleSchema,
  mostRules,
  moveRuleSchema,
  ruleIdSchema,
  ruleSchema,
  switchRuleSchema,
  whenOf,
  type RoutingRule,
} from '#app/cases/routing/routing-rule.ts'
import { allRules } from '#app/cases/routing/rules-in-force.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { nameLock } from '#db/lock.ts'
import { routingRules } from '#db/schema/cases.ts'

/** The order is of all of them together. */
const oneAtATime = nameLock('cases.routing-rules')

/** A new rule, behind the others. @throws Invalid naming `userId` or `teamId`, Conflict `too_many_rules` */
export function addRule(ctx: Ctx, input: z.input<typeof ruleSchema>): Promise<{ ruleId: string }> {
  const given = ruleSchema.parse(input)
  return change(ctx, async (ctx, rules) => {
    if (rules.length > mostRules) throw new Conflict('too_many_rules')
    const rule = { id: newId('rul', ctx.now()), enabled: true, ...(await checked(ctx, given)) }
    await save(ctx, [...rules, rule])
    await told(ctx, 'cases.rule_added', rule)
    return { ruleId: rule.id }
  })
}

/** @throws NotFound, Invalid as above */
export function editRule(ctx: Ctx, input: z.input<typeof editRuleSchema>): Promise<void> {
  const { ruleId, ...given } = editRuleSchema.parse(input)
  return change(ctx, async (ctx, rules) => {
    const rule = { ...ofId(rules, ruleId), ...(await checked(ctx, given)) }
    await save(ctx, rules.map((one) => (one.id === ruleId ? rule : one))) // prettier-ignore
    await told(ctx, 'cases.rule_edited', rule)
  })
}

/** Deletes a rule; the one about complaints can only be switched off. @throws NotFound, Conflict `rule_stays` */
export function removeRule(ctx: Ctx, input: z.input<typeof ruleIdSchema>): Promise<void> {
  const { ruleId } = ruleIdSchema.parse(input)
  return change(ctx, async (ctx, rules) => {
    const rule = ofId(rules, ruleId)
    if (ruleId === complaintRule.id) throw new Conflict('rule_stays')
    await save(ctx, rules.filter((one) => one.id !== ruleId)) // prettier-ignore
    await told(ctx, 'cases.rule_removed', rule)
  })
}

/** One place up or down; at the end of the list it stays. @throws NotFound */
export function moveRule(ctx: Ctx, input: z.input<typeof moveRuleSchema>): Promise<void> {
  const { ruleId, by } = moveRuleSchema.parse(input)
  return change(ctx, async (ctx, rules) => {
    const rule = ofId(rules, ruleId)
    const at = rules.indexOf(rule)
    const to = at + (by === 'up' ? -1 : 1)
    if (to < 0 || to >= rules.length) return
    const others = rules.filter((one) => one !== rule)
    await save(ctx, [...others.slice(0, to), rule, ...others.slice(to)])
    await recordEvent(ctx, {
      type: 'cases.rule_moved',
      subject: { kind: 'routing_rule', id: ruleId },
      data: { from: at + 1, to: to + 1 },
    })
  })
}

/** A rule that is switched off keeps its place and is passed over. @throws NotFound */
export function switchRule(ctx: Ctx, input: z.input<typeof switchRuleSchema>): Promise<void> {
  const { ruleId, enabled } = switchRuleSchema.parse(input)
  return change(ctx, async (ctx, rules) => {
    const rule = { ...ofId(rules, ruleId), enabled: enabled === 'on' }
    await save(ctx, rules.map((one) => (one.id === ruleId ? rule : one))) // prettier-ignore
    await told(ctx, 'cases.rule_switched', rule)
  })
}

function change<T>(ctx: Ctx, work: (ctx: TxCtx, rules: RoutingRule[]) => Promise<T>): Promise<T> {
  authorise(ctx, 'routing.edit')
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    return work(ctx, await allRules(ctx))
  })
}

function ofId(rules: RoutingRule[], ruleId: string): RoutingRule {
  const rule = rules.find((one) => one.id === ruleId)
  if (!rule) throw new NotFound()
  return rule
}

/** All of them, in this order: they are few. */
async function save(ctx: TxCtx, rules: RoutingRule[]): Promise<void> {
  const known = await ctx.tx.select({ id: routingRules.id, at: routingRules.createdAt }).from(routingRules)
  for (const { id } of known)
    if (!rules.some((rule) => rule.id === id)) await ctx.tx.delete(routingRules).where(eq(routingRules.id, id))
  for (const [index, rule] of rules.entries()) {
    const set = { ...rule, position: index + 1 }
    if (known.some(({ id }) => id === rule.id))
      await ctx.tx.update(routingRules).set(set).where(eq(routingRules.id, rule.id))
    else await ctx.tx.insert(routingRules).values({ ...set, createdAt: ctx.now() })
  }
}

/** The conditions and the target of a form, as far as they make sense together. */
async function checked(ctx: TxCtx, given: z.output<typeof ruleSchema>) {
  const { target, userId, teamId } = given
  if (target === 'user' && !(userId && (await findOne(ctx.tx, { id: userId })).length))
    throw new Invalid('route_user', { userId: 'route_user' })
  if (target === 'team' && !(teamId && (await getTeam(ctx, teamId).catch(() => null))))
    throw new Invalid('route_team', { teamId: 'route_team' })
  const targetId = target === 'user' ? userId! : target === 'team' ? teamId! : null
  return { when: whenOf(given), target, targetId }
}

const told = (ctx: TxCtx, type: string, { id, target, targetId, enabled, when }: RoutingRule) =>
  recordEvent(ctx, {
    type,
    subject: { kind: 'routing_rule', id },
    data: { target, targetId, enabled, conditions: Object.keys(when) },
  })
