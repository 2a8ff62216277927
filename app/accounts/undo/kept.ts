import type { keptKinds } from '#db/enums/accounts.ts'

/** Why undoing an import leaves a row, the weightiest first. */
export const keptReasons = [
  'erased',
  'merged',
  'case',
  'answered',
  'invited',
  'advocate',
  'voice',
  'wish',
  'chosen',
  'hold',
  'edited',
  'sponsor',
  'successor',
  'people',
  'below',
  'used',
  'later',
  'blocked',
] as const
export type KeptReason = (typeof keptReasons)[number]
export type KeptKind = (typeof keptKinds)[number]

/** A row that stays as it is. */
export interface Kept {
  subjectId: string
  kind: KeptKind
  reason: KeptReason
  /** Of a row that stands as before but for some columns: these. */
  columns?: string[]
}

const isReason = (text: string): text is KeptReason => (keptReasons as readonly string[]).includes(text)

/** As it is stored: `later name,phone`. */
export const writeReason = ({ reason, columns }: Pick<Kept, 'reason' | 'columns'>) =>
  columns?.length ? `${reason} ${columns.join(',')}` : reason

export function readReason(text: string): { reason: KeptReason; columns: string[] } {
  const [reason = '', columns = ''] = text.split(' ')
  return { reason: isReason(reason) ? reason : 'edited', columns: columns ? columns.split(',') : [] }
}

/** The weightier of two reasons. */
export const weightier = (a: KeptReason | undefined, b: KeptReason): KeptReason =>
  a !== undefined && keptReasons.indexOf(a) <= keptReasons.indexOf(b) ? a : b
