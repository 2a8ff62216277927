import type { advocateStates } from '#db/enums/advocacy.ts'

export type AdvocateState = (typeof advocateStates)[number]
export const advocateVerbs = ['activate', 'pause', 'reactivate', 'leave'] as const
export type AdvocateVerb = (typeof advocateVerbs)[number]

/** What may be done in which state, and where it leads. Who left comes back as a candidate: they have to be asked anew. */
const table: Record<AdvocateVerb, Partial<Record<AdvocateState, AdvocateState>>> = {
  activate: { candidate: 'active' },
  pause: { candidate: 'paused', active: 'paused' },
  reactivate: { paused: 'active', left: 'candidate' },
  leave: { candidate: 'left', active: 'left', paused: 'left' },
}

/** The state that a verb leads to, or null when the state refuses it. */
export const after = (state: AdvocateState, verb: AdvocateVerb): AdvocateState | null => table[verb][state] ?? null

export const allowed = (state: AdvocateState) => advocateVerbs.filter((verb) => after(state, verb) !== null)
