import { beforeEach, expect, test } from 'vitest'
import { timesExport } from '#app/cases/team/export-times.server.ts'
import { getTeam } from '#app/cases/team/get-team.server.ts'
import type { TimeFigures } from '#app/cases/team/times.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { waitForCustomer, workOnCase } from '#app/cases/wait-for-customer.server.ts'
import { DAY, HOUR, MINUTE } from '#app/platform/day.ts'
import { routing, type Routing } from '#test/cases/routing-world.ts'
import type { UserRow } from '#test/make.ts'
import { monday } from '#test/world.ts'

let w: Routing
let [bea, cid] = [] as unknown as [UserRow, UserRow]

const call = (owner: UserRow, caseId: string) =>
  logContact(w.ctx(owner.actor), { caseId, kind: 'call', text: 'We spoke.' })
/** Minutes instead of milliseconds. */
const inMinutes = ({ opened, contact, resolve }: TimeFigures) => {
  const minutes = (span: number | null) => span && span / MINUTE
  const part = ({ median, p90, ...one }: TimeFigures['contact']) => ({ ...one, median: minutes(median), p90: minutes(p90) }) // prettier-ignore
  return { opened, contact: part(contact), resolve: part(resolve) }
}

/**
 * Monday, 10:00: ten unhappy customers of Bea's, the k-th called k · 30 minutes later; the first is resolved, after we
 * waited for them. Friday, 16:00: one of Cid's, called on Monday at 10:00. It is Monday, 9 March, 12:00.
 */
beforeEach(async () => {
  w = await routing()
  bea = await w.user({ name: 'Bea', roles: ['csm'] })
  cid = await w.user({ name: 'Cid', roles: ['csm'] })
  const ids: string[] = []
  for (let k = 1; k <= 10; k++)
    ids.push(
      (await w.unhappy(await w.account({ ownerId: bea.id, tier: 'gold', region: k > 5 ? 'West' : 'East' }))).caseId,
    )
  for (const [i, caseId] of ids.entries()) {
    w.clock.set((await w.caseRow(caseId)).openedAt + (i + 1) * 30 * MINUTE)
    await call(bea, caseId)
  }
  const caseId = ids[0]!
  w.clock.set((await w.caseRow(caseId)).openedAt + 6 * HOUR) // Monday, 16:00
  await waitForCustomer(w.ctx(bea.actor), { caseId })
  w.clock.advance(DAY) // Tuesday, 16:00
  await workOnCase(w.ctx(bea.actor), { caseId })
  w.clock.advance(30 * MINUTE)
  await resolveCase(w.ctx(bea.actor), { caseId, cause: 'product', action: 'fix' })
  w.clock.set(monday + 4 * DAY + 6 * HOUR)
  const late = (await w.unhappy(await w.account({ ownerId: cid.id }))).caseId
  w.clock.set(monday + 7 * DAY)
  await call(cid, late)
  w.clock.set(monday + 7 * DAY + 2 * HOUR)
})

test('median, ninetieth per cent and the share in time are in working hours, and few say nothing', async () => {
  const { times } = await getTeam(w.ctx())
  // 30, 60 … 300 and Cid's: Friday 16–17 and Monday 9–10, less the second after 16:00, 120 minutes. Sorted
  // 30 60 90 120 120 150 180 210 240 270 300: the sixth and the ⌈9.9⌉ = tenth.
  const all = inMinutes(times.total)
  expect(all.contact).toEqual({ n: 11, median: 150, p90: 270, inTime: 11, due: 11 })
  // Monday 10–17 (7 h), Tuesday 9–16:30 (7.5 h), less Monday 16–17 and Tuesday 9–16, in which we waited: 6.5 h. The nine
  // others were to be resolved by today, 10:00; Cid's has its time still.
  expect(all.resolve).toEqual({ n: 1, median: 390, p90: 390, inTime: 1, due: 10 })
  expect(times.rows.map(({ name }) => name)).toEqual(['Bea', 'Cid'])
  const [first, second] = times.rows.map(inMinutes)
  // 30 … 300: the fifth and the ninth.
  expect(first).toEqual({
    opened: 10,
    contact: { n: 10, median: 150, p90: 270, inTime: 10, due: 10 },
    resolve: { n: 1, median: null, p90: null, inTime: 1, due: 10 },
  })
  expect(second).toEqual({
    opened: 1,
    contact: { n: 1, median: null, p90: null, inTime: null, due: 1 },
    resolve: { n: 0, median: null, p90: null, inTime: null, due: 0 },
  })
})

test('by tier, region and cause the same cases stand in other groups', async () => {
  const groups = async (by: 'tier' | 'region' | 'cause') =>
    (await getTeam(w.ctx(), { by })).times.rows.map(({ key, opened }) => [key, opened])
  expect(await groups('tier')).toEqual([['gold', 10], [null, 1]]) // prettier-ignore
  expect(await groups('region')).toEqual([['East', 5], ['West', 5], [null, 1]]) // prettier-ignore
  expect(await groups('cause')).toEqual([[null, 10], ['product', 1]]) // prettier-ignore
})

test('a period looks back so far and no farther', async () => {
  w.clock.advance(31 * DAY)
  expect((await getTeam(w.ctx(), { days: '30' })).times.total.opened).toBe(0)
  expect((await getTeam(w.ctx(), { days: '90' })).times.total.opened).toBe(11)
  expect((await getTeam(w.ctx(), { days: '31' })).days).toBe(90)
})

test('the file has the rows of the page, and nothing where the page says too few', async () => {
  const { rows, next } = await timesExport.page(w.ctx(), { by: 'person' }, null)
  const cells = rows.map((row) =>
    timesExport.columns
      .filter(({ key }) => /opened|contact/.test(key))
      .map(({ value }) => value(row, { t: (word) => word.en, locale: 'en', iso: () => null, day: () => null })),
  )
  expect(cells).toEqual([
    [10, 10, 150, 270, 10, 10],
    [1, 1, null, null, null, 1],
  ])
  expect(next).toBeNull()
})
