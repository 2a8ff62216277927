import { awayToday, worksFor } from '#app/access/absences/works-for.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import {
  findFallbacks,
  findOfTeam,
  findOne,
  findOnRota,
  leadOf,
  leastLoaded,
  type Candidate,
} from '#app/cases/routing/candidates.server.ts'
import { routeFacts, type RouteAbout } from '#app/cases/routing/routing-facts.server.ts'
import { fits, type RouteFacts, type RouteWhy, type RoutingRule } from '#app/cases/routing/routing-rule.ts'
import { allRules } from '#app/cases/routing/rules-in-force.server.ts'

export interface Routed {
  ownerId: string
  why: RouteWhy
  /** In whose place they have it. */
  forId?: string
}

/**
 * Who takes a case. From whom an answer is kept never does: then it is the lead of their team. Else the first of: a rule
 * that sends it to the owner's lead (a complaint about them) · the account's owner while they are there, or who stands in
 * today, who keeps it then · the first other rule that fits and has somebody there · of the rota whoever has least · a
 * lead, an admin. `seed` deals among equals.
 * @throws when nobody active could take it: the case waits in the repair job
 */
export async function routeCase(ctx: Ctx, about: RouteAbout, seed: string): Promise<Routed> {
  const routed = about.keptFrom
    ? await aroundKept(ctx, about.keptFrom, seed)
    : ((await byOwner(ctx, about, seed)) ?? (await fallback(ctx, seed, null)))
  if (routed) return routed
  throw new Error('no active lead or admin can take the case')
}

/** Who takes a case instead of somebody: the lead of their team, else a lead, else an admin; null when nobody can. */
export async function routeAround(ctx: Ctx, userId: string, seed: string): Promise<string | null> {
  const lead = await leadOf(ctx, userId)
  return lead !== null && lead !== userId ? lead : ((await fallback(ctx, seed, userId))?.ownerId ?? null)
}

async function aroundKept(ctx: Ctx, keptFrom: string, seed: string): Promise<Routed | null> {
  const ownerId = await routeAround(ctx, keptFrom, seed)
  return ownerId === null ? null : { ownerId, why: 'kept_from', forId: keptFrom }
}

async function byOwner(ctx: Ctx, about: RouteAbout, seed: string): Promise<Routed | null> {
  const rules = (await allRules(ctx)).filter((rule) => rule.enabled)
  const withTopics = rules.some((rule) => rule.when.topicIds)
  let known: RouteFacts | undefined
  const factsOf = async () => (known ??= await routeFacts(ctx, about, withTopics))

  const ownerId = about.account?.ownerId ?? null
  if (ownerId !== null) {
    const around = await aroundOwner(ctx, ownerId, rules, factsOf)
    if (around) return around
    const worker = await worksFor(ctx, ownerId)
    if (worker === ownerId) return { ownerId, why: 'owner' }
    if (worker !== null) return { ownerId: worker, why: 'stand_in', forId: ownerId }
  }
  const others = rules.filter((rule) => rule.target !== 'lead')
  const away = await awayToday(ctx)
  for (const rule of others) {
    if (!fits(rule, await factsOf())) continue
    const chosen = await byTarget(ctx, rule, away, seed)
    if (chosen !== null) return { ownerId: chosen, why: `rule:${rule.id}` }
  }
  const onRota = leastLoaded(present(await findOnRota(read(ctx)), away), seed)
  return onRota === null ? null : { ownerId: onRota, why: 'rota' }
}

/** The rules that send a case to the owner's lead though the owner is there. Their own lead can't be told about themselves. */
async function aroundOwner(
  ctx: Ctx,
  ownerId: string,
  rules: RoutingRule[],
  factsOf: () => Promise<RouteFacts>,
): Promise<Routed | null> {
  for (const rule of rules) {
    if (rule.target !== 'lead' || !fits(rule, await factsOf())) continue
    const lead = await leadOf(ctx, ownerId)
    if (lead === null || lead === ownerId) return null
    return { ownerId: lead, why: rule.when.aboutOwner ? 'about_owner' : `rule:${rule.id}`, forId: ownerId }
  }
  return null
}

async function byTarget(ctx: Ctx, rule: RoutingRule, away: Set<string>, seed: string): Promise<string | null> {
  if (rule.target === 'rota') return leastLoaded(present(await findOnRota(read(ctx)), away), seed)
  if (rule.targetId === null) return null
  if (rule.target === 'team')
    return leastLoaded(present(await findOfTeam(read(ctx), { id: rule.targetId }), away), seed)
  const worker = await worksFor(ctx, rule.targetId)
  const [able] = worker === null ? [] : await findOne(read(ctx), { id: worker })
  return able?.id ?? null
}

const present = (people: Candidate[], away: Set<string>) => people.filter((person) => !away.has(person.id))

/** Leads, then admins, of those who are there; when all of them are away, whoever of them: no case is without an owner. */
async function fallback(ctx: Ctx, seed: string, exceptId: string | null): Promise<Routed | null> {
  const away = await awayToday(ctx)
  const all: Candidate[][] = []
  for (const find of findFallbacks) all.push((await find(read(ctx))).filter((one) => one.id !== exceptId))
  for (const people of [...all.map((some) => present(some, away)), ...all]) {
    const ownerId = leastLoaded(people, seed)
    if (ownerId !== null) return { ownerId, why: 'fallback' }
  }
  return null
}
