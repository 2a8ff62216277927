import type { Ctx } from '#app/audit/context.server.ts'
import { readCursor } from '#app/platform/cursor.server.ts'
import { dayOfKey } from '#app/responses/place.ts'
import { askedOfVoices } from '#app/voices/among.ts'
import { listVoices, type ListedVoice } from '#app/voices/list-voices.server.ts'

/** Voices that one page of answers shows between them. */
const most = 50

/**
 * What was heard elsewhere on the days of one page of answers, from the page's own place to where the next one begins:
 * each day is on one page. `all`: the query of the whole list of voices, `more` when the page doesn't hold them all.
 */
export async function listHeardAmong(
  ctx: Ctx,
  query: Record<string, string>,
  next: string | null,
): Promise<{ heard: ListedVoice[]; all: string; more: boolean }> {
  const asked = askedOfVoices(query)
  if (!asked) return { heard: [], all: '', more: false }
  const day = (cursor: string | null | undefined) => {
    const place = readCursor(cursor, 'number')
    return place ? dayOfKey(place.key) : undefined
  }
  const span = { upTo: day(query.after), after: day(next) }
  const { voices, next: more } = await listVoices(ctx, { ...asked, limit: most }, span)
  return { heard: voices, all: `/voices?${new URLSearchParams(asked).toString()}`, more: more !== null }
}
