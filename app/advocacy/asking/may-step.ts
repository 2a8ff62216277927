import { after } from '#app/advocacy/asking/ask.ts'
import type { Actor } from '#app/audit/actor.ts'
import { can } from '#app/audit/can.ts'
import type { AskState } from '#db/enums/advocacy.ts'

/** What the reader may do with an ask where it is listed: whose customer it is, and who asks, decide. */
export function mayStep(actor: Actor, ask: { state: AskState; holderId: string; ownerId: string | null }) {
  const { state, holderId, ownerId } = ask
  const mine = actor.kind === 'user' && holderId === actor.id
  return {
    mayFinish: after(state, 'finish') !== null && can(actor, 'asks.make', { ownerId }),
    mayStop: after(state, 'stop') !== null && (mine || can(actor, 'asks.stop', { ownerId })),
  }
}
