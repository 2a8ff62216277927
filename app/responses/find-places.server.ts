import { bucketsWith } from '#app/responses/gram-rows.server.ts'
import { bucketOf, placeOf, slotOf } from '#app/responses/place.ts'
import { commonSlots, listSlots } from '#app/responses/slots.ts'
import type { Db } from '#db/store/store.ts'

/** Leaves that have all of the grams: of the first step and of any; most searches need no second. */
const firstLeaves = 16
const mostLeaves = 256
/** Grams that are compared: more would hardly narrow it. */
const mostGrams = 8

export interface Reach {
  /** Places from here on are left out: the last one that was shown. */
  below: number
  /** The lowest place that counts. */
  from: number
}

/**
 * The places of answers that have all of the grams, highest (newest) first, step by step. More places than have the
 * words: the caller looks at the text.
 */
export async function* findPlaces(db: Db, grams: string[], { below, from }: Reach): AsyncGenerator<number[]> {
  const lower = bucketOf(from)
  let upper = bucketOf(below)
  const asked = mostTelling(grams)
  for (let limit = firstLeaves; ; limit = Math.min(limit * 4, mostLeaves)) {
    const leaves = await bucketsWith(db, asked, { lower, upper, limit })
    yield leaves.flatMap(({ bucket, slots }) =>
      listSlots(commonSlots(slots), bucket === bucketOf(below) ? slotOf(below) : undefined)
        .map((slot) => placeOf(bucket, slot))
        .filter((place) => place >= from),
    )
    if (leaves.length < limit) return
    upper = leaves.at(-1)!.bucket - 1
  }
}

/** Some from each part of the text, when there are many: neighbours say nearly the same. */
function mostTelling(grams: string[]): string[] {
  if (grams.length <= mostGrams) return grams
  const every = grams.length / mostGrams
  const spread = grams.map((gram, i) => ({ gram, pick: Math.floor(i / every) !== Math.floor((i - 1) / every) }))
  return spread.filter((one) => one.pick).map((one) => one.gram)
}
