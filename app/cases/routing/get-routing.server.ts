import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { awayToday, worksFor } from '#app/access/absences/works-for.server.ts'
import { listTeams } from '#app/access/list-teams.server.ts'
import { listAccountValues } from '#app/accounts/list-account-values.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { ownerRoles } from '#app/cases/assign-case.server.ts'
import { load } from '#app/cases/routing/candidates.server.ts'
import { allRules } from '#app/cases/routing/rules-in-force.server.ts'
import { showRules } from '#app/cases/routing/shown-rule.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { userRoles, users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { rotaMembers } from '#db/schema/cases.ts'

/** How cases are given out: the rules in order, and the rota with what each carries and who is away. */
export async function getRouting(ctx: Ctx) {
  authorise(ctx, 'routing.read')
  const away = await awayToday(ctx)
  const members = await read(ctx)
    .select({ id: users.id, name: users.name, state: users.state, load })
    .from(rotaMembers)
    .innerJoin(users, eq(users.id, rotaMembers.userId))
    .orderBy(asc(users.name), asc(users.id))
    .limit(200)
  const workers = await listWorkers(ctx)
  const nameOf = (id: string | null) => workers.find((one) => one.id === id)?.name ?? null
  const rota = []
  for (const one of members) {
    const standIn = away.has(one.id) ? nameOf(await worksFor(ctx, one.id)) : null
    rota.push({ ...one, able: workers.some(({ id }) => id === one.id), away: away.has(one.id), standIn })
  }
  return { rules: await showRules(ctx, await allRules(ctx)), rota, workers, mayEdit: can(ctx.actor, 'routing.edit') }
}

/** What a rule may ask for and whom it may name. */
export async function routingChoices(ctx: Ctx) {
  authorise(ctx, 'routing.read')
  const { tiers, regions } = await listAccountValues(ctx)
  const industries = await read(ctx)
    .selectDistinct({ value: accounts.industry })
    .from(accounts)
    .where(isNotNull(accounts.industry))
    .orderBy(asc(accounts.industry))
    .limit(100)
  return {
    tiers,
    regions,
    industries: industries.map((row) => row.value!),
    topics: await listTopicNames(ctx),
    teams: (await listTeams(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    workers: (await listWorkers(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** One rule for its form. @throws NotFound */
export async function getRule(ctx: Ctx, ruleId: string) {
  authorise(ctx, 'routing.read')
  const rule = (await allRules(ctx)).find((one) => one.id === ruleId)
  if (!rule) throw new NotFound()
  return (await showRules(ctx, [rule]))[0]!
}

/** Active people who work cases, by name. */
const listWorkers = (ctx: Ctx) =>
  read(ctx)
    .selectDistinct({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(userRoles, eq(userRoles.userId, users.id))
    .where(and(eq(users.state, 'active'), inArray(userRoles.role, ownerRoles)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500)
