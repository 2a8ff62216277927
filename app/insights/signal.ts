/** What may be said of an account, each in the words of its kind. */
export const signalKinds = [
  'renewalPast',
  'renewalSoon',
  'health',
  'stage',
  'unhappy',
  'happy',
  'silent',
  'optedOut',
  'left',
  'late',
  'open',
  'solved',
] as const
export type SignalKind = (typeof signalKinds)[number]

/** One fact that points to how an account stands. */
export interface Signal {
  kind: SignalKind
  tone: 'bad' | 'watch' | 'good'
  /** How many, or how many days. */
  n?: number
  /** Of how many. */
  of?: number
  value?: string | null
  before?: string | null
  at?: number
}
