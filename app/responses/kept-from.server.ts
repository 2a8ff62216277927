import { sql, type SQL } from 'drizzle-orm'
import type { Actor } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { apiKeys } from '#db/schema/access.ts'
import { responses } from '#db/schema/responses.ts'

/** The colleague who reads: who is signed in, or who made the key. Jobs and customers read for nobody. */
function readerOf(actor: Actor): SQL | null {
  if (actor.kind === 'user') return sql`${actor.id}`
  if (actor.kind === 'key') return sql`(select maker.created_by from ${apiKeys} as maker where maker.id = ${actor.id})`
  return null
}

/**
 * The answers that were kept from who reads, as a list of ids for a query; null when none can be. People ask it of us by
 * "don't share this with my usual contact": no door may show such an answer to that colleague, whatever their role.
 */
export function keptFrom(ctx: Ctx): SQL | null {
  const reader = readerOf(ctx.actor)
  return reader && sql`(select kept.id from ${responses} as kept where kept.kept_from = ${reader})`
}

/** The people who gave them: what else they said about the same is not for this reader either. */
export function peopleKeptFrom(ctx: Ctx): SQL | null {
  const kept = keptFrom(ctx)
  return (
    kept && sql`(select who.contact_id from ${responses} as who where who.id in ${kept} and who.contact_id is not null)`
  )
}

/** The one condition of every query that shows answers to somebody: none of those that were kept from them. */
export function shownTo(ctx: Ctx): SQL | undefined {
  const kept = keptFrom(ctx)
  return kept ? sql`${responses.id} not in ${kept}` : undefined
}
