import { DAY } from '#app/platform/day.ts'
import type { ImportCounts } from '#db/schema/accounts.ts'

/** As long as what an import changed is kept, and its file. */
export const keptFor = 90 * DAY

/** Until when an import that ended then can be undone. Milliseconds UTC. */
export const undoUntil = (endedAt: number): number => endedAt + keptFor

/**
 * Whether an import can be undone: `open`; `none`, since it changed nothing; `gone`, since what was there before is no
 * longer kept; `not_yet`, since it isn't over.
 */
export type UndoStanding = 'open' | 'none' | 'gone' | 'not_yet'

export function undoStanding(
  row: { state: string; endedAt: number | null; applied: ImportCounts | null },
  steps: number,
  now: number,
): UndoStanding {
  if ((row.state !== 'done' && row.state !== 'cancelled') || row.endedAt === null) return 'not_yet'
  if (steps > 0 && now < undoUntil(row.endedAt)) return 'open'
  return changedAnything(row.applied) ? 'gone' : 'none'
}

const changedAnything = (applied: ImportCounts | null) =>
  applied !== null &&
  applied.accounts.new + applied.accounts.changed + applied.contacts.new + applied.contacts.changed + (applied.answers?.new ?? 0) > 0 // prettier-ignore
