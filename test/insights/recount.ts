import { and, eq } from 'drizzle-orm'
import { cellsOf } from '#app/insights/cells.ts'
import { scoreDeltas, scores } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import type { World } from '#test/world.ts'

/** `program day dim value` → `n low mid high sum`, straight from the answers that count. */
export async function recount(w: World) {
  const cells = new Map<string, number[]>()
  for (const row of await w.store.db
    .select()
    .from(responses)
    .where(and(eq(responses.counts, true), eq(responses.isTest, false)))) {
    for (const [dim, value] of cellsOf(row)) {
      const key = `${row.programId} ${row.day} ${dim} ${value}`
      const [n, low, mid, high, sum] = cells.get(key) ?? [0, 0, 0, 0, 0]
      cells.set(key, [
        n! + 1,
        low! + +(row.class === 'low'),
        mid! + +(row.class === 'mid'),
        high! + +(row.class === 'high'),
        sum! + row.score,
      ])
    }
  }
  return Object.fromEntries([...cells].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The same from the score table and what waits to be folded. */
export async function counted(w: World) {
  const cells = new Map<string, number[]>()
  const add = (key: string, sums: number[]) => {
    const known = cells.get(key) ?? [0, 0, 0, 0, 0]
    cells.set(
      key,
      known.map((value, i) => value + sums[i]!),
    )
  }
  for (const row of await w.store.db.select().from(scores))
    add(`${row.programId} ${row.day} ${row.dim} ${row.value}`, [row.n, row.low, row.mid, row.high, row.sum])
  for (const row of await w.store.db.select().from(scoreDeltas)) {
    for (const [dim, value] of cellsOf(row))
      add(`${row.programId} ${row.day} ${dim} ${value}`, [row.n, row.low, row.mid, row.high, row.sum])
  }
  return Object.fromEntries([...cells].filter(([, sums]) => sums.some(Boolean)).sort(([a], [b]) => (a < b ? -1 : 1)))
}
