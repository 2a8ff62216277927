import type { AskState } from '#db/enums/advocacy.ts'

/** The columns of the pipeline; what ended without a yes shares the last. */
export const boardColumns = [
  { key: 'reserved', states: ['reserved'] },
  { key: 'queued', states: ['queued'] },
  { key: 'sent', states: ['sent'] },
  { key: 'accepted', states: ['accepted'] },
  { key: 'done', states: ['done'] },
  { key: 'ended', states: ['declined', 'later', 'expired'] },
] as const satisfies readonly { key: AskState | 'ended'; states: readonly AskState[] }[]
export type ColumnKey = (typeof boardColumns)[number]['key']

/** Cards that a column shows; the list has the rest. */
export const mostOnColumn = 20
