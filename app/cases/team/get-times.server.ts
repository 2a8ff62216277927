import { inArray } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { mostTimed, readTimed, type Whose } from '#app/cases/team/read-timed.server.ts'
import { addTo, figuresOf, newTally, type Tally, type TimeFigures } from '#app/cases/team/times.ts'
import type { TimesBy } from '#app/cases/team/team-view.ts'
import { users } from '#db/schema/access.ts'

/** Rows that are shown, those with most cases first. */
const mostRows = 50

export interface TimesRow extends TimeFigures {
  /** The user's id, the tier, the region or the cause; null where there is none. */
  key: string | null
  /** Of a person. */
  name: string | null
}

interface Times {
  total: TimeFigures
  rows: TimesRow[]
  /** Groups that are not shown. */
  left: number
  /** There were older cases, which weren't looked at. */
  more: boolean
}

/**
 * How long the first contact and the resolving took, and which share was in time, for the cases that were opened in the
 * last `days` days (what joined another is one with it), by one of four kinds of group. Working time of who owns the case
 * now, without what the clock of resolving stood still. A group of fewer than ten says nothing but how many.
 */
export async function getTimes(ctx: Ctx, whose: Whose): Promise<Times> {
  authorise(ctx, 'team.read')
  const total = newTally()
  const groups = new Map<string | null, Tally>()
  for await (const step of readTimed(ctx, whose))
    for (const [key, timed] of step) {
      addTo(total, timed)
      if (!groups.has(key)) groups.set(key, newTally())
      addTo(groups.get(key)!, timed)
    }
  const first = [...groups]
    .sort(([a, one], [b, other]) => other.opened - one.opened || ((a ?? '') < (b ?? '') ? -1 : 1))
    .slice(0, mostRows)
  const names = await namesOf(ctx, whose.by, first.flatMap(([key]) => key ?? [])) // prettier-ignore
  return {
    total: figuresOf(total, 1),
    rows: first.map(([key, tally]) => ({ key, name: (key !== null && names.get(key)) || null, ...figuresOf(tally) })),
    left: groups.size - first.length,
    more: total.opened >= mostTimed,
  }
}

async function namesOf(ctx: Ctx, by: TimesBy, ids: string[]): Promise<Map<string, string>> {
  if (by !== 'person' || ids.length === 0) return new Map()
  const rows = await read(ctx).select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
