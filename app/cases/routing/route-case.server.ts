import { worksFor } from '#app/access/absences/works-for.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { byRules, leastOf } from '#app/cases/routing/by-rules.server.ts'
import { fallbacks, findOne, findOnRota, leadOf, leastLoaded } from '#app/cases/routing/candidates.server.ts'
import type { RouteAbout } from '#app/cases/routing/routing-facts.server.ts'
import { beforeOwner, type RouteWhy, type RoutingRule } from '#app/cases/routing/routing-rule.ts'
import { rulesInForce } from '#app/cases/routing/rules-in-force.server.ts'

export interface Routed {
  ownerId: string
  why: RouteWhy
  /** In whose place they have it. */
  forId?: string
}

/** @throws when nobody active could take the case: it waits in the repair job */
export async function routeCase(ctx: Ctx, about: RouteAbout, seed: string): Promise<Routed> {
  const routed = await findOwner(ctx, about, seed)
  if (routed) return routed
  throw new Error('no active lead or admin can take the case')
}

/**
 * Who takes a case. From whom an answer is kept never does; where that is the account's owner, it is the lead of their
 * team. Else the first of: a rule that comes before the owner (a complaint about them) · the account's owner while they
 * are there, or who stands in today, who keeps it then · the first other rule that fits and has somebody there · of the
 * rota whoever has least · a lead, an admin. `seed` deals among equals. Null when nobody active could take it.
 */
export async function findOwner(ctx: Ctx, about: RouteAbout, seed: string): Promise<Routed | null> {
  const ownerId = about.account?.ownerId ?? null
  const shut = about.never ?? []
  const keptFrom = about.keptFrom ?? shut.find((id) => id === ownerId)
  if (keptFrom) return routeAround(ctx, keptFrom, seed, shut)
  const rules = await rulesInForce(ctx)
  if (ownerId !== null) {
    const first = rules.filter(beforeOwner)
    const found = (await insteadOfOwner(ctx, first, about, seed)) ?? (await inOwnRight(ctx, ownerId, shut))
    if (found) return found
  }
  const others = rules.filter((rule) => rule.target !== 'lead')
  const ruled = await byRules(ctx, others, { about, seed, shut })
  if (ruled) return { ownerId: ruled.ownerId, why: `rule:${ruled.rule.id}` }
  const onRota = await leastOf(ctx, await findOnRota(read(ctx)), { seed, shut })
  if (onRota !== null) return { ownerId: onRota, why: 'rota' }
  const last = await fallback(ctx, seed, shut)
  return last === null ? null : { ownerId: last, why: 'fallback' }
}

/** Who gets a complaint about the account's owner; null when it is none, no rule cares, or nobody else is there. */
export async function complaintTo(ctx: Ctx, about: RouteAbout, seed: string): Promise<Routed | null> {
  const rules = (await rulesInForce(ctx)).filter((rule) => rule.when.aboutOwner)
  return insteadOfOwner(ctx, rules, about, seed)
}

/**
 * Who takes a case instead of somebody from whom an answer is kept: the lead of their team, else a lead, else an admin;
 * none of `never`, from whom another answer of it is kept. Null when nobody can.
 */
export async function routeAround(
  ctx: Ctx,
  userId: string,
  seed: string,
  never: readonly string[] = [],
): Promise<Routed | null> {
  const shut = [userId, ...never]
  const lead = await leadOf(ctx, userId)
  const ownerId = lead !== null && !shut.includes(lead) ? lead : await fallback(ctx, seed, shut)
  return ownerId === null ? null : { ownerId, why: 'kept_from', forId: userId }
}

/** By the first of some rules that come before the account's owner, though the owner is there. */
async function insteadOfOwner(
  ctx: Ctx,
  rules: readonly RoutingRule[],
  about: RouteAbout,
  seed: string,
): Promise<Routed | null> {
  const ownerId = about.account?.ownerId
  if (!ownerId) return null
  const ruled = await byRules(ctx, rules, { about, seed, shut: [ownerId, ...(about.never ?? [])] })
  if (!ruled) return null
  const why = ruled.rule.when.aboutOwner ? 'about_owner' : (`rule:${ruled.rule.id}` as const)
  return { ownerId: ruled.ownerId, why, forId: ownerId }
}

/** The owner while they are there, else who stands in, if they still work cases. */
async function inOwnRight(ctx: Ctx, ownerId: string, shut: readonly string[]): Promise<Routed | null> {
  const worker = await worksFor(ctx, ownerId)
  if (worker === ownerId) return { ownerId, why: 'owner' }
  if (worker === null || shut.includes(worker)) return null
  const [able] = await findOne(read(ctx), { id: worker })
  return able ? { ownerId: able.id, why: 'stand_in', forId: ownerId } : null
}

/** Leads, then admins, of those who are there; when all of them are away, whoever of them: no case is without an owner. */
async function fallback(ctx: Ctx, seed: string, shut: readonly string[]): Promise<string | null> {
  const groups = await fallbacks(ctx, shut)
  for (const people of groups) {
    const here = await leastOf(ctx, people, { seed, shut })
    if (here !== null) return here
  }
  return groups.map((people) => leastLoaded(people, seed)).find((id) => id !== null) ?? null
}
