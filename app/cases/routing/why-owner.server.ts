import { eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { lastGiven } from '#app/cases/routing/last-given.server.ts'
import { routeReasons, type RouteWhy } from '#app/cases/routing/routing-rule.ts'
import { allRules } from '#app/cases/routing/rules-in-force.server.ts'
import { showRules, type ShownRule } from '#app/cases/routing/shown-rule.server.ts'
import { users } from '#db/schema/access.ts'

const whyKinds = [...routeReasons, 'rule', 'given', 'took'] as const

/** Why somebody has a case, with the names that the words need. */
export interface Why {
  kind: (typeof whyKinds)[number]
  /** Whose place it is, about whom it complains, or who gave it; null when unknown. */
  name: string | null
  /** The rule as it is today; null when it is gone. */
  rule: ShownRule | null
  /** What made somebody be looked for again. */
  since: 'user_ended' | 'account_moved' | null
}

/** Why somebody has a case, read from the event that gave it to them; null for cases from before it was written down. */
export async function whyOwner(ctx: Ctx, found: { id: string; ownerId: string }): Promise<Why | null> {
  const last = await lastGiven(ctx, found)
  if (!last) return null
  const since = last.data.since === 'user_ended' || last.data.since === 'account_moved' ? last.data.since : null
  if (last.type === 'cases.claimed') return { kind: 'took', name: null, rule: null, since }
  if (typeof last.data.why !== 'string')
    return last.type === 'cases.assigned' && last.actorKind === 'user'
      ? { kind: 'given', name: await nameOf(ctx, last.actorId), rule: null, since }
      : null
  return explain(ctx, { why: last.data.why, forId: last.data.forId, since })
}

/** The names to a reason. @returns null for one that this version doesn't know */
export async function explain(
  ctx: Ctx,
  { why, forId, since = null }: { why: RouteWhy | string; forId?: unknown; since?: Why['since'] },
): Promise<Why | null> {
  const [first, ruleId] = why.split(':')
  const kind = whyKinds.find((one) => one === first)
  if (!kind) return null
  const rule = ruleId ? (await allRules(ctx)).find((one) => one.id === ruleId) : undefined
  return {
    kind,
    name: typeof forId === 'string' ? await nameOf(ctx, forId) : null,
    rule: rule ? (await showRules(ctx, [rule]))[0]! : null,
    since,
  }
}

async function nameOf(ctx: Ctx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [user] = await read(ctx).select({ name: users.name }).from(users).where(eq(users.id, id))
  return user?.name ?? null
}
