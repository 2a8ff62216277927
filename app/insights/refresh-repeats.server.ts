import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { repeatsOf, type ChainLink, type Repeated } from '#app/insights/repeats.ts'
import { repeatedAnswers, scoreRepeats } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

const place = sql.placeholder
const added = (name: 'low' | 'mid' | 'high') => sql`${scoreRepeats[name]} + ${sql.raw(`excluded.${name}`)}`

const addRepeat = statement((db) =>
  db
    .insert(scoreRepeats)
    .values({
      programId: place('programId'),
      nextDay: place('nextDay'),
      day: place('day'),
      low: place('low'),
      mid: place('mid'),
      high: place('high'),
    })
    .onConflictDoUpdate({
      target: [scoreRepeats.programId, scoreRepeats.nextDay, scoreRepeats.day],
      set: { low: added('low'), mid: added('mid'), high: added('high') },
    })
    .returning({ low: scoreRepeats.low, mid: scoreRepeats.mid, high: scoreRepeats.high }),
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

async function apply(tx: Db, gone: Repeated[], made: Repeated[]) {
  const changes = new Map<
    string,
    { programId: string; nextDay: number; day: number; low: number; mid: number; high: number }
  >()
  const note = ({ programId, nextDay, day, class: one }: Repeated, by: 1 | -1) => {
    const key = `${programId} ${nextDay} ${day}`
    let change = changes.get(key)
    if (!change) changes.set(key, (change = { programId, nextDay, day, low: 0, mid: 0, high: 0 }))
    change[one] += by
  }
  for (const repeat of gone) note(repeat, -1)
  for (const repeat of made) note(repeat, 1)
  for (let at = 0; at < gone.length; at += 500) {
    const ids = gone.slice(at, at + 500).map((repeat) => repeat.responseId)
    await tx.delete(repeatedAnswers).where(inArray(repeatedAnswers.responseId, ids))
  }
  for (const repeat of made) await mark(tx, { ...repeat })
  for (const key of [...changes.keys()].sort()) {
    const change = changes.get(key)!
    if (!change.low && !change.mid && !change.high) continue
    const [left] = await addRepeat(tx, change)
    if (left && !left.low && !left.mid && !left.high) await dropRepeat(tx, change)
  }
}

const dropRepeat = (tx: Db, { programId, nextDay, day }: { programId: string; nextDay: number; day: number }) =>
  tx
    .delete(scoreRepeats)
    .where(and(eq(scoreRepeats.programId, programId), eq(scoreRepeats.nextDay, nextDay), eq(scoreRepeats.day, day)))
