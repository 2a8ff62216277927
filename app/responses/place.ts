/*
 * Where a comment stands in the search index. A day has leaves of 2,048 slots; a bucket is one leaf of one day, and a
 * place is one slot of it. All are whole numbers that grow with time, so that the newest are read first.
 */
export const slotsOfLeaf = 2_048
const leavesOfDay = 4_096

/** The lowest place of a day (days since 1970), and with `day + 1` what no place of it reaches. */
export const firstPlace = (day: number): number => day * leavesOfDay * slotsOfLeaf
export const bucketOf = (place: number): number => Math.floor(place / slotsOfLeaf)
export const slotOf = (place: number): number => place % slotsOfLeaf
export const placeOf = (bucket: number, slot: number): number => bucket * slotsOfLeaf + slot
export const dayOfPlace = (place: number): number => Math.floor(place / (leavesOfDay * slotsOfLeaf))
/** The day that a cursor of the list of answers stands at: it holds a day, or while words are searched a place. */
export const dayOfKey = (key: number): number => (key < firstPlace(1) ? key : dayOfPlace(key))
