import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, eq, gt, gte, inArray, lt, max, sql } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { fold } from '#app/platform/text.ts'
import { putSlots, slotsIn } from '#app/responses/gram-rows.server.ts'
import { gramsOf } from '#app/responses/grams.ts'
import { bucketOf, dayOfPlace, firstPlace, slotOf } from '#app/responses/place.ts'
import { addSlot, dropSlot, hasSlot, readSlots, writeSlots } from '#app/responses/slots.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { nameLock } from '#db/lock.ts'
import { responseGrams, responses, responseTexts } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

/** Slots are read, changed and written back: two at once would lose one another's. */
export const oneIndexer = nameLock('responses.search')

/** Rows of `response_grams` that one write touches. */
const rowsOfWrite = 200

export interface Text {
  id: string
  day: number
  comment: string
  class: string
  programId: string
  metric: string
}

/** The gram of every comment: where it stands are the leaves. */
const every = ''

/** What the index knows of an answer besides its words: filters that nearly everybody combines with them. */
const facets = {
  class: (value: string) => `class:${value}`,
  program: (value: string) => `program:${value}`,
  metric: (value: string) => `metric:${value}`,
}
export const facetGram = (name: keyof typeof facets, value: string) => facets[name](value)

export const textColumns = {
  id: responses.id,
  day: responses.day,
  comment: responses.comment,
  class: responses.class,
  programId: responses.programId,
  metric: programs.metric,
}

const facetsOf = (text: Text) => [
  facetGram('class', text.class),
  facetGram('program', text.programId),
  facetGram('metric', text.metric),
]

/** Names what would be indexed, so that what is indexed already is left alone. */
export const hashOf = (text: Text): string =>
  createHash('sha1')
    .update([...facetsOf(text), text.comment].join('\0'))
    .digest('base64url')
    .slice(0, 12)

/** All that a comment is found by. */
export const gramsOfText = (text: Text): string[] => [every, ...facetsOf(text), ...gramsOf(fold(text.comment))]

/** Bucket → gram → what to do with its slots. */
export type Changes = Map<number, Map<string, { add: number[]; drop: number[] }>>

/**
 * Brings the index up to date with these answers, in writes of at most 200 rows. May be run again at any point: a
 * comment counts as indexed only when all of its grams stand. @returns how many comments were new to it
 */
export async function indexTexts(ctx: Ctx, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await ctx.store.db
    .select(textColumns)
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .where(and(inArray(responses.id, ids), askedPrograms))
  const texts = rows.filter((row): row is typeof row & { comment: string } => row.comment !== null)
  const hashes = new Map(texts.map((text) => [text.id, hashOf(text)]))
  const known = new Map((await knownTexts(ctx.store.db, ids)).map((text) => [text.responseId, text]))
  const stale = texts.filter((text) => {
    const before = known.get(text.id)
    return before?.hash !== hashes.get(text.id) || dayOfPlace(before!.place) !== text.day
  })
  if (stale.length === 0) return 0
  const grams = new Map(stale.map((text) => [text.id, gramsOfText(text)]))
  const places = await write(ctx, (ctx) => takePlaces(ctx, stale))
  const changes: Changes = new Map()
  for (const text of stale) noteGrams(changes, places.get(text.id)!, grams.get(text.id)!, 'add')
  await applyChanges(ctx, changes)
  await write(ctx, async ({ tx }) => {
    for (const { id } of stale) await setHash(tx, { id, hash: hashes.get(id) })
  })
  return stale.length
}

const setHash = statement((db) =>
  db
    .update(responseTexts)
    .set({ hash: sql`${sql.placeholder('hash')}` })
    .where(eq(responseTexts.responseId, sql.placeholder('id'))),
)

export const knownTexts = (db: Db, ids: string[]) =>
  db.select().from(responseTexts).where(inArray(responseTexts.responseId, ids))

/** Gives each answer a place of its day, or leaves it the one it has; none of them counts as indexed for now. */
async function takePlaces(ctx: TxCtx, texts: Text[]): Promise<Map<string, number>> {
  const { tx } = ctx
  await oneIndexer(tx)
  const ids = texts.map((text) => text.id)
  const days = new Map(texts.map((text) => [text.id, text.day]))
  const places = new Map<string, number>()
  for (const text of await knownTexts(tx, ids)) {
    if (dayOfPlace(text.place) === days.get(text.responseId)) places.set(text.responseId, text.place)
  }
  await tx
    .update(responseTexts)
    .set({ hash: '' })
    .where(inArray(responseTexts.responseId, [...places.keys()]))
  const unplaced = ids.filter((id) => !places.has(id))
  if (unplaced.length === 0) return places
  await tx.delete(responseTexts).where(inArray(responseTexts.responseId, unplaced)) // those of another day
  const next = new Map<number, number>()
  for (const id of unplaced) {
    const day = days.get(id)!
    const place = next.get(day) ?? (await nextPlace(tx, day))
    places.set(id, place)
    next.set(day, place + 1)
  }
  await tx.insert(responseTexts).values(unplaced.map((id) => ({ responseId: id, place: places.get(id)!, hash: '' })))
  return places
}

async function nextPlace(tx: Db, day: number): Promise<number> {
  const [row] = await tx
    .select({ last: max(responseTexts.place) })
    .from(responseTexts)
    .where(and(gte(responseTexts.place, firstPlace(day)), lt(responseTexts.place, firstPlace(day + 1))))
  return row?.last == null ? firstPlace(day) : Number(row.last) + 1
}

export function noteGrams(changes: Changes, place: number, grams: Iterable<string>, what: 'add' | 'drop') {
  const bucket = bucketOf(place)
  const slot = slotOf(place)
  let ofBucket = changes.get(bucket)
  if (!ofBucket) changes.set(bucket, (ofBucket = new Map()))
  for (const gram of grams) {
    const change = ofBucket.get(gram)
    if (change) change[what].push(slot)
    else ofBucket.set(gram, { add: [], drop: [], [what]: [slot] })
  }
}

/** In writes of at most 200 rows. */
export async function applyChanges(ctx: Ctx, changes: Changes): Promise<void> {
  for (const [bucket, ofBucket] of changes) {
    const all = [...ofBucket]
    for (let at = 0; at < all.length; at += rowsOfWrite) {
      const some = all.slice(at, at + rowsOfWrite)
      await write(ctx, (ctx) => changeRows(ctx, bucket, some))
      if (!ctx.tx) await breathe()
    }
  }
}

async function changeRows({ tx }: TxCtx, bucket: number, changes: [string, { add: number[]; drop: number[] }][]) {
  await oneIndexer(tx)
  const grams = changes.map(([gram]) => gram)
  const before = await slotsIn(tx, bucket, grams)
  const kept: (typeof responseGrams.$inferInsert)[] = []
  const emptied: string[] = []
  for (const [gram, change] of changes) {
    const slots = readSlots(before.get(gram))
    for (const slot of change.add) addSlot(slots, slot)
    for (const slot of change.drop) dropSlot(slots, slot)
    const left = writeSlots(slots)
    if (left) kept.push({ gram, bucket, slots: left })
    else if (before.has(gram)) emptied.push(gram)
  }
  await putSlots(tx, kept)
  if (emptied.length > 0)
    await tx.delete(responseGrams).where(and(eq(responseGrams.bucket, bucket), inArray(responseGrams.gram, emptied)))
}

/**
 * Takes answers out of the index, words and all; for erasing people and for undoing an import, in the same transaction.
 * Looks through the whole leaf of each answer, so that the texts need not be known any more.
 */
export async function dropTexts(ctx: TxCtx, ids: string[]): Promise<void> {
  const { tx } = ctx
  await oneIndexer(tx)
  const places = (await knownTexts(tx, ids)).map((text) => text.place)
  await tx.delete(responseTexts).where(inArray(responseTexts.responseId, ids))
  for (const bucket of new Set(places.map(bucketOf))) {
    const gone = places.filter((place) => bucketOf(place) === bucket).map(slotOf)
    for await (const rows of rowsIn(tx, bucket)) {
      const held = rows.filter((row) => gone.some((slot) => hasSlot(row.slots, slot)))
      await changeRows(ctx, bucket, held.map((row) => [row.gram, { add: [], drop: gone }])) // prettier-ignore
    }
  }
}

async function* rowsIn(tx: Db, bucket: number) {
  for (let after: string | null = null; ;) {
    const rows: { gram: string; slots: Buffer }[] = await tx
      .select({ gram: responseGrams.gram, slots: responseGrams.slots })
      .from(responseGrams)
      .where(and(eq(responseGrams.bucket, bucket), after === null ? undefined : gt(responseGrams.gram, after)))
      .orderBy(asc(responseGrams.gram))
      .limit(rowsOfWrite)
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < rowsOfWrite) return
    after = last.gram
  }
}
