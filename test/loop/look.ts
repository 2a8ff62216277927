import { eq } from 'drizzle-orm'
import { advocates } from '#db/schema/advocacy.ts'
import { holds } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { scoreDeltas } from '#db/schema/insights.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import type { World } from '#test/world.ts'

/** Rows of the tables that an answer touches. */
export const all = (w: World) => ({
  responses: () => w.store.db.select().from(responses),
  revisions: () => w.store.db.select().from(responseRevisions).orderBy(responseRevisions.number),
  cases: () => w.store.db.select().from(cases),
  people: () => w.store.db.select().from(casePeople),
  holds: () => w.store.db.select().from(holds),
  advocates: () => w.store.db.select().from(advocates),
  types: async () =>
    (
      await w.store.db
        .select({ type: events.type })
        .from(events)
        .where(eq(events.subjectKind, 'response'))
        .orderBy(events.id)
    ).map((row) => row.type),
})
/** n, low, mid, high and sum of everything noted so far. */
export async function score(w: World) {
  const rows = await w.store.db.select().from(scoreDeltas)
  const total = (key: 'n' | 'low' | 'mid' | 'high' | 'sum') => rows.reduce((sum, row) => sum + row[key], 0)
  return { n: total('n'), low: total('low'), mid: total('mid'), high: total('high'), sum: total('sum') }
}
