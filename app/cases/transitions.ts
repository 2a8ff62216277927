import type { caseStates, closeKinds } from '#db/enums/cases.ts'

export type CaseState = (typeof caseStates)[number]
export type CloseKind = (typeof closeKinds)[number]

export const caseVerbs = [
  'claim',
  'assign',
  'note',
  'contact',
  'work',
  'wait',
  'resolve',
  'close',
  'dismiss',
  'reopen',
  'snooze',
  'wake',
] as const
export type CaseVerb = (typeof caseVerbs)[number]

/** It stays as it is, in every state but closed. */
const anyOpen = {
  new: 'new',
  contacted: 'contacted',
  working: 'working',
  waiting: 'waiting',
  resolved: 'resolved',
} as const

/**
 * What may be done in which state, and where it leads. What isn't here is refused: nothing is resolved before
 * somebody spoke to the customer, and a closed case stays closed (a new answer opens a new one); only the customer's word
 * that it was not put right opens it again (`recovery/open-again`).
 */
const table: Record<CaseVerb, Partial<Record<CaseState, CaseState>>> = {
  claim: anyOpen,
  assign: anyOpen,
  note: { ...anyOpen, closed: 'closed' },
  contact: { ...anyOpen, new: 'contacted' },
  work: { contacted: 'working', waiting: 'working' },
  wait: { contacted: 'waiting', working: 'waiting' },
  resolve: { contacted: 'resolved', working: 'resolved', waiting: 'resolved' },
  close: { resolved: 'closed' },
  dismiss: {
    new: 'closed',
    contacted: 'closed',
    working: 'closed',
    waiting: 'closed',
    resolved: 'closed',
  },
  reopen: { resolved: 'working' },
  snooze: anyOpen,
  wake: anyOpen,
}

/** The state that a verb leads to, or null when the state refuses it. */
export function after(state: CaseState, verb: CaseVerb): CaseState | null {
  return table[verb][state] ?? null
}

/** Everything that a case in this state allows, in the order of the page's buttons. */
export function allowed(state: CaseState): CaseVerb[] {
  return caseVerbs.filter((verb) => table[verb][state] !== undefined)
}

/** Which verb a kind of closing is: only what was resolved can be verified, fall silent, or be closed by hand. */
export function closingVerb(kind: CloseKind): 'close' | 'dismiss' {
  return kind === 'verified' || kind === 'silent' || kind === 'by_hand' ? 'close' : 'dismiss'
}
