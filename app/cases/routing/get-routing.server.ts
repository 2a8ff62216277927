import { asc, eq } from 'drizzle-orm'
import { awayToday, worksFor } from '#app/access/absences/works-for.server.ts'
import { listCaseWorkers } from '#app/access/list-case-workers.server.ts'
import { listTeams } from '#app/access/list-teams.server.ts'
import { listAccountValues } from '#app/accounts/list-account-values.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { load } from '#app/cases/routing/candidates.server.ts'
import { allRules } from '#app/cases/routing/rules-in-force.server.ts'
import { showRules } from '#app/cases/routing/shown-rule.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { users } from '#db/schema/access.ts'
import { rotaMembers } from '#db/schema/cases.ts'

/** How cases are given out: the rules in order, and the rota with what each carries and who is away; and what may be chosen. */
export async function getRouting(ctx: Ctx) {
  authorise(ctx, 'routing.read')
  const away = await awayToday(ctx)
  const members = await read(ctx)
    .select({ id: users.id, name: users.name, state: users.state, load })
    .from(rotaMembers)
    .innerJoin(users, eq(users.id, rotaMembers.userId))
    .orderBy(asc(users.name), asc(users.id))
    .limit(200)
  const choices = await routingChoices(ctx)
  const workerOf = (id: string | null) => choices.workers.find((one) => one.value === id)
  const rota = []
  for (const one of members) {
    const standIn = away.has(one.id) ? (workerOf(await worksFor(ctx, one.id))?.label ?? null) : null
    rota.push({ ...one, able: workerOf(one.id) !== undefined, away: away.has(one.id), standIn })
  }
  return { rules: await showRules(ctx, await allRules(ctx)), rota, choices, mayEdit: can(ctx.actor, 'routing.edit') }
}

/** What a rule may ask for and whom it may name. */
export async function routingChoices(ctx: Ctx) {
  authorise(ctx, 'routing.read')
  const { tiers, regions, industries } = await listAccountValues(ctx)
  return {
    tiers,
    regions,
    industries,
    topics: await listTopicNames(ctx),
    teams: (await listTeams(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    workers: (await listCaseWorkers(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** One rule for its form. @throws NotFound */
export async function getRule(ctx: Ctx, ruleId: string) {
  authorise(ctx, 'routing.read')
  const rule = (await allRules(ctx)).find((one) => one.id === ruleId)
  if (!rule) throw new NotFound()
  return (await showRules(ctx, [rule]))[0]!
}
