import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { oneAtATime } from '#app/insights/add-to-scores.server.ts'
import { sendDeltas, sends } from '#db/schema/insights.ts'
import { statement } from '#db/statement.ts'

const place = sql.placeholder
const added = (name: 'invited' | 'failed' | 'answered') => sql`${sends[name]} + ${sql.raw(`excluded.${name}`)}`

const oldest = statement((db) => db.select().from(sendDeltas).orderBy(asc(sendDeltas.id)).limit(place('most')))

const upsert = statement((db) =>
  db
    .insert(sends)
    .values({
      programId: place('programId'),
      day: place('day'),
      invited: place('invited'),
      failed: place('failed'),
      answered: place('answered'),
    })
    .onConflictDoUpdate({
      target: [sends.programId, sends.day],
      set: { invited: added('invited'), failed: added('failed'), answered: added('answered') },
    })
    .returning({ invited: sends.invited, failed: sends.failed, answered: sends.answered }),
)

/**
 * Moves waiting changes of the response rate into `sends`, at most 200 in one write, each exactly once.
 * @returns how many were folded
 */
export async function foldSends(ctx: Ctx): Promise<number> {
  const [waiting] = await oldest(ctx.store.db, { most: 1 })
  if (!waiting) return 0
  return write(ctx, foldBatch)
}

async function foldBatch({ tx }: TxCtx): Promise<number> {
  await oneAtATime(tx)
  const waiting = await oldest(tx, { most: 200 })
  if (waiting.length === 0) return 0
  await tx.delete(sendDeltas).where(
    inArray(
      sendDeltas.id,
      waiting.map((delta) => delta.id),
    ),
  )
  const days = new Map<string, { programId: string; day: number; invited: number; failed: number; answered: number }>()
  for (const { programId, day, invited, failed, answered } of waiting) {
    const key = `${programId} ${day}`
    const known = days.get(key)
    if (!known) days.set(key, { programId, day, invited, failed, answered })
    else {
      known.invited += invited
      known.failed += failed
      known.answered += answered
    }
  }
  for (const key of [...days.keys()].sort()) {
    const row = days.get(key)!
    const [left] = await upsert(tx, row)
    if (left && !left.invited && !left.failed && !left.answered) {
      await tx.delete(sends).where(and(eq(sends.programId, row.programId), eq(sends.day, row.day)))
    }
  }
  return waiting.length
}
