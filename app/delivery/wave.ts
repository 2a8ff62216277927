import type { waveStates } from '#db/enums/delivery.ts'

export type WaveState = (typeof waveStates)[number]

/** Whether something still happens in a wave by itself. */
const isMoving = (state: WaveState) => state === 'planning' || state === 'ready' || state === 'sending'

/** Whether a wave may still send: one of these keeps a program from another wave. */
export const isOpen = (state: WaveState) => isMoving(state) || state === 'scheduled' || state === 'paused'

/** Whether there is something to end for good: what may still be sent, or, once it is done, who was held back. */
export const mayCancel = (state: WaveState, heldBack: boolean) => isOpen(state) || (state === 'done' && heldBack)

/** Deliveries and comments are looked up one by one; beyond this the page would keep others waiting. */
export const mostLookedUp = 20_000
