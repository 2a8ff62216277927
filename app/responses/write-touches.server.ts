import { and, count, eq, gte, inArray } from 'drizzle-orm'
import type { Ctx, TxCtx } from '#app/audit/context.server.ts'
import { keepClicks } from '#app/responses/keep-clicks.server.ts'
import { mostTouches } from '#app/responses/response.ts'
import { recognised, sortTouches, type Followed } from '#app/responses/touch-kind.ts'
import type { TouchKind } from '#db/enums/responses.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { touches } from '#db/schema/responses-touches.ts'
import type { Db } from '#db/store/store.ts'

export type NewTouch = Omit<typeof touches.$inferInsert, 'kind'> & { score: number | null; programId: string | null }

const columns = [
  'id',
  'invitationId',
  'programId',
  'at',
  'method',
  'score',
  'network',
  'agentHash',
  'flags',
  'kind',
] as const
const insertTouches = rowsInsert(touches, columns)

/**
 * One write for a hundred touches, of at most 200 an invitation: each with who made it, as far as it shows beside those
 * that came before, which are judged anew; and then the clicks that follow from them.
 */
export async function writeTouches(ctx: Ctx, rows: readonly NewTouch[], answered: readonly string[]): Promise<void> {
  await ctx.store.write(async (tx) => {
    const counts = await countsOf(tx, rows)
    const fresh = rows.filter(({ invitationId }) => {
      const n = counts.get(invitationId) ?? 0
      counts.set(invitationId, n + 1)
      return n < mostTouches
    })
    const { kinds, exposed } = await judgeTogether(tx, fresh)
    await insertTouches(tx, fresh.map((row) => ({ ...row, kind: kinds.get(row.id)! }))) // prettier-ignore
    const tapped = fresh.filter((row) => kinds.get(row.id) === 'person')
    await keepClicks({ ...ctx, tx }, { tapped, exposed, answered })
  })
}

/** Keeps what a page posted, at once and with what it is evidence of. */
export async function addTouch({ tx }: TxCtx, row: NewTouch): Promise<void> {
  await insertTouches(tx, [{ ...row, kind: sortTouches([{ ...row }]).get(row.id)! }])
}

/** How many touches these invitations have; of one that has none nothing must be read. */
async function countsOf(tx: Db, rows: readonly NewTouch[]): Promise<Map<string, number>> {
  const ids = [...new Set(rows.map((row) => row.invitationId))]
  if (!ids.length) return new Map()
  const known = await tx
    .select({ id: touches.invitationId, n: count() })
    .from(touches)
    .where(inArray(touches.invitationId, ids))
    .groupBy(touches.invitationId)
  return new Map(known.map((row) => [row.id, row.n]))
}

/** `exposed`: invitations with touches that passed for a person's until these came. */
async function judgeTogether(tx: Db, fresh: readonly NewTouch[]) {
  const kinds = new Map<string, TouchKind>()
  const exposed = new Set<string>()
  if (!fresh.length) return { kinds, exposed }
  const ids = [...new Set(fresh.map((row) => row.invitationId))]
  const since = Math.min(...fresh.map((row) => row.at)) - recognised
  const before = await tx
    .select()
    .from(touches)
    .where(and(inArray(touches.invitationId, ids), gte(touches.at, since)))
  const beside = new Map<string, Followed[]>(ids.map((id) => [id, []]))
  for (const row of [...before, ...fresh]) beside.get(row.invitationId)!.push(row)
  for (const all of beside.values()) for (const [id, kind] of sortTouches(all)) kinds.set(id, kind)
  for (const row of before) {
    const kind = kinds.get(row.id)!
    if (row.kind !== 'person' || kind === 'person') continue // once known for a machine, always one
    exposed.add(row.invitationId)
    await tx.update(touches).set({ kind }).where(eq(touches.id, row.id))
  }
  return { kinds, exposed }
}
