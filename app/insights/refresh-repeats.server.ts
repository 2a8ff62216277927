import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { repeatsOf, windowsOfRepeat, type ChainLink, type Repeated } from '#app/insights/repeats.ts'
import type { Class } from '#db/enums/statistics.ts'
import { repeatedAnswers, windowRepeats } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

const place = sql.placeholder
const added = (name: 'low' | 'mid' | 'high') => sql`${windowRepeats[name]} + ${sql.raw(`excluded.${name}`)}`

const addChange = statement((db) =>
  db
    .insert(windowRepeats)
    .values({
      programId: place('programId'),
      day: place('day'),
      low: place('low'),
      mid: place('mid'),
      high: place('high'),
    })
    .onConflictDoUpdate({
      target: [windowRepeats.programId, windowRepeats.day],
      set: { low: added('low'), mid: added('mid'), high: added('high') },
    })
    .returning({ low: windowRepeats.low, mid: windowRepeats.mid, high: windowRepeats.high }),
)

const mark = statement((db) =>
  db.insert(repeatedAnswers).values({
    responseId: place('responseId'),
    programId: place('programId'),
    nextDay: place('nextDay'),
    day: place('day'),
    class: place('class'),
  }),
)

/** Brings the repeats up to date for the people who gave these answers. People who were erased have no chain: theirs stays. */
export async function refreshRepeats(ctx: TxCtx, responseIds: string[]): Promise<void> {
  const people = await ctx.tx
    .selectDistinct({ contactId: responses.contactId })
    .from(responses)
    .where(and(inArray(responses.id, responseIds), isNotNull(responses.contactId)))
  await refreshRepeatsOf(
    ctx,
    people.map((person) => person.contactId!),
  )
}

/** The same by contact. At most some hundred at once. */
export async function refreshRepeatsOf({ tx }: TxCtx, contactIds: string[]): Promise<void> {
  if (contactIds.length === 0) return
  const answers = await tx
    .select({
      id: responses.id,
      contactId: responses.contactId,
      programId: responses.programId,
      day: responses.day,
      answeredAt: responses.answeredAt,
      class: responses.class,
      counts: responses.counts,
    })
    .from(responses)
    .where(inArray(responses.contactId, contactIds))
  const chains = new Map<string, ChainLink[]>()
  for (const answer of answers) {
    if (!answer.counts) continue
    const key = `${answer.contactId} ${answer.programId}`
    const chain = chains.get(key)
    if (chain) chain.push(answer)
    else chains.set(key, [answer])
  }
  const wanted = new Map([...chains.values()].flatMap(repeatsOf).map((repeat) => [repeat.responseId, repeat]))
  const known = await marksOf(
    tx,
    answers.map((answer) => answer.id),
  )
  const gone = known.filter((old) => !same(old, wanted.get(old.responseId)))
  const standing = new Set(known.filter((old) => !gone.includes(old)).map((old) => old.responseId))
  const made = [...wanted.values()].filter((repeat) => !standing.has(repeat.responseId))
  await apply(tx, gone, made)
}

/** Answers that are gone repeat nothing. */
export async function forgetRepeats({ tx }: TxCtx, responseIds: string[]): Promise<void> {
  await apply(tx, await marksOf(tx, responseIds), [])
}

const same = (a: Repeated, b: Repeated | undefined) =>
  b !== undefined && a.programId === b.programId && a.day === b.day && a.nextDay === b.nextDay && a.class === b.class

/** PostgreSQL and SQLite both take some ten thousand values in a list; a chain is short, but people may be many. */
async function marksOf(tx: Db, ids: string[]): Promise<Repeated[]> {
  const found: Repeated[] = []
  for (let at = 0; at < ids.length; at += 500) {
    found.push(
      ...(await tx
        .select()
        .from(repeatedAnswers)
        .where(inArray(repeatedAnswers.responseId, ids.slice(at, at + 500)))),
    )
  }
  return found
}

type Change = Pick<typeof windowRepeats.$inferSelect, 'programId' | 'day' | 'low' | 'mid' | 'high'>

async function apply(tx: Db, gone: Repeated[], made: Repeated[]) {
  const changes = new Map<string, Change>()
  const note = (programId: string, day: number, one: Class, by: number) => {
    const key = `${programId} ${day}`
    let change = changes.get(key)
    if (!change) changes.set(key, (change = { programId, day, low: 0, mid: 0, high: 0 }))
    change[one] += by
  }
  const count = (repeat: Repeated, by: 1 | -1) => {
    const { from, until } = windowsOfRepeat(repeat)
    note(repeat.programId, from, repeat.class, by)
    note(repeat.programId, until, repeat.class, -by)
  }
  for (const repeat of gone) count(repeat, -1)
  for (const repeat of made) count(repeat, 1)
  for (let at = 0; at < gone.length; at += 500) {
    const ids = gone.slice(at, at + 500).map((repeat) => repeat.responseId)
    await tx.delete(repeatedAnswers).where(inArray(repeatedAnswers.responseId, ids))
  }
  for (const repeat of made) await mark(tx, { ...repeat })
  for (const key of [...changes.keys()].sort()) await addToWindow(tx, changes.get(key)!)
}

/** Adds a change to one program's day; a day without any goes. */
export async function addToWindow(tx: Db, change: Change) {
  const isEmpty = ({ low, mid, high }: Pick<Change, 'low' | 'mid' | 'high'>) => !low && !mid && !high
  if (isEmpty(change)) return
  const [left] = await addChange(tx, change)
  if (!left || !isEmpty(left)) return
  await tx
    .delete(windowRepeats)
    .where(and(eq(windowRepeats.programId, change.programId), eq(windowRepeats.day, change.day)))
}
