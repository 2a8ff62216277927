import type { AskState } from '#db/enums/advocacy.ts'

/** What colleagues do (`queue`, `note` of what they asked by hand, `stop`, `finish`), what customers answer, and what time does. */
export const askVerbs = [
  'queue',
  'note',
  'release',
  'stop',
  'send',
  'accept',
  'decline',
  'later',
  'expire',
  'finish',
] as const
export type AskVerb = (typeof askVerbs)[number]

/** What a customer may answer, and change until it is done. */
export const answers = ['accept', 'decline', 'later'] as const
export type AskAnswer = (typeof answers)[number]

const answered = { accept: 'accepted', decline: 'declined', later: 'later' } as const

/** Somebody asks, or has asked and waits: of one person one at a time. */
export const pendingStates = ['reserved', 'queued', 'sent'] as const satisfies readonly AskState[]

/** What may be done in which state, and where it leads. Nothing leaves `done`, `cancelled` and `lapsed`. */
const table: Record<AskState, Partial<Record<AskVerb, AskState>>> = {
  reserved: { queue: 'queued', note: 'sent', release: 'lapsed', stop: 'cancelled' },
  queued: { send: 'sent', stop: 'cancelled' },
  sent: { ...answered, expire: 'expired', stop: 'cancelled' },
  accepted: { ...answered, finish: 'done', stop: 'cancelled' },
  declined: answered,
  later: answered,
  // Who answers after all is heard.
  expired: answered,
  done: {},
  cancelled: {},
  lapsed: {},
}

/** The state that a verb leads to, or null when the state refuses it. */
export const after = (state: AskState, verb: AskVerb): AskState | null => table[state][verb] ?? null

/** Months after which somebody who says "later" may be asked again. */
export const laterMonths = [1, 3, 6] as const
