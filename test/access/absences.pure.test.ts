import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfAbsence, isAway, workerOf, type Away } from '#app/access/absences/absence.ts'

const away = (userId: string, fromDay: number, toDay: number, standInId: string | null): Away => ({
  userId,
  fromDay,
  toDay,
  standInId,
})

const worker = (userId: string, day: number, list: readonly Away[]) =>
  workerOf(userId, async (id) => {
    const one = list.find((away) => away.userId === id && isAway(away, day))
    return { here: !one, standInId: one?.standInId ?? null }
  })

describe('who works for somebody on a day', () => {
  // Ann is away on days 10 to 20, Ben for her; Ben on 15 to 16, Cem for him; Cem on 16, Ann for him.
  const list = [away('ann', 10, 20, 'ben'), away('ben', 15, 16, 'cem'), away('cem', 16, 16, 'ann')]
  test.each([
    [9, 'ann'],
    [10, 'ben'],
    [14, 'ben'],
    [15, 'cem'], // by way of Ben
    [16, null], // Ann → Ben → Cem → Ann: nobody is there
    [17, 'ben'],
    [20, 'ben'],
    [21, 'ann'],
  ])('on day %i it is %s', async (day, id) => expect(await worker('ann', day, list)).toBe(id))

  test('nobody, when nobody stands in', async () =>
    expect(await worker('ann', 1, [away('ann', 1, 1, null)])).toBe(null))
})

describe('what speaks against an absence', () => {
  const others = [away('ann', 10, 20, 'ben'), away('ben', 30, 40, 'cem'), away('cem', 35, 35, 'ann')]
  test.each([
    ['nothing', away('ann', 21, 25, 'ben'), null],
    ['no stand-in is needed', away('ann', 21, 25, null), null],
    ['it ends before it begins', away('ann', 25, 21, null), 'absence_ends'],
    ['it is over', away('ann', 3, 4, null), 'absence_over'],
    ['it began, but is not over', away('ann', 3, 5, null), null],
    ['401 days', away('dan', 100, 500, null), 'absence_long'],
    ['400 days', away('dan', 100, 499, null), null],
    ['the last day is one of another', away('ann', 5, 10, null), 'absence_overlaps'],
    ['the day before another', away('ann', 5, 9, null), null],
    ['oneself', away('dan', 10, 11, 'dan'), 'stand_in_self'],
    ['away the whole time', away('dan', 12, 15, 'ann'), 'stand_in_away'],
    ['away for all days but one', away('dan', 9, 20, 'ann'), null],
    // On day 35 Ben is away and Cem for him; Cem too, and Ann for him.
    ['a circle on one of the days', away('ann', 34, 36, 'ben'), 'stand_in_away'],
    ['a circle on one day, there on another', away('ann', 29, 36, 'ben'), 'stand_in_circle'],
    ['a chain without a circle', away('dan', 29, 36, 'ben'), null],
  ] as const)('%s', (_, wanted, fault) => expect(faultOfAbsence(wanted, others, 5)).toBe(fault))
})

const people = ['a', 'b', 'c', 'd', 'e']
const absences = fc.array(
  fc.record({
    userId: fc.constantFrom(...people),
    fromDay: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 0, max: 10 }),
    standInId: fc.option(fc.constantFrom(...people)),
  }),
  { maxLength: 12 },
)

test('of absences that were let in one after the other, stand-ins lead to somebody who is there or to nobody, never in a circle', async () => {
  await fc.assert(
    fc.asyncProperty(absences, async (wanted) => {
      const kept: Away[] = []
      for (const { userId, fromDay, length, standInId } of wanted) {
        const one = away(userId, fromDay, fromDay + length, standInId)
        if (faultOfAbsence(one, kept, 0) === null) kept.push(one)
      }
      for (const id of people)
        for (let day = 0; day <= 30; day++) {
          const found = await worker(id, day, kept)
          const there = (who: string) =>
            !kept.some((one) => one.userId === who && one.fromDay <= day && day <= one.toDay)
          if (found !== null) expect(there(found)).toBe(true)
          // Nobody works only when the last of the chain named nobody.
          if (found === null) expect(endOfChain(id, day, kept)?.standInId).toBe(null)
        }
    }),
  )
})

/** The absence at which the chain of stand-ins ends; bounded, so that a circle shows. */
function endOfChain(id: string, day: number, kept: Away[]): Away | undefined {
  let last: Away | undefined
  for (let hops = 0, at: string | null = id; at !== null && hops < 20; hops++) {
    const here: string = at
    last = kept.find((one) => one.userId === here && one.fromDay <= day && day <= one.toDay)
    at = last?.standInId ?? null
  }
  return last
}
