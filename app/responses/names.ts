import type { Actor } from '#app/audit/actor.ts'
import { can } from '#app/audit/can.ts'
import type { Class } from '#db/enums/statistics.ts'

export interface Sight {
  /** Who said it, by name. */
  names: boolean
  /** Ids of person and account, for systems that know the customer anyway. */
  ids: boolean
}

/**
 * How much of an answer's author somebody sees. Who follows up sees all; a marketer all but the unhappy; a viewer and
 * everybody else reads comments without names; an API key gets ids, never names.
 */
export function sightOf(actor: Actor, of: Class): Sight {
  const names = can(actor, 'responses.names') || (actor.kind === 'user' && can(actor, 'advocates.read') && of !== 'low')
  return { names, ids: names || actor.kind === 'key' }
}

/** The classes whose authors this actor may know: what a filter by person or account may look through. */
export function knownClasses(actor: Actor): Class[] {
  return (['low', 'mid', 'high'] as const).filter((of) => sightOf(actor, of).ids)
}
