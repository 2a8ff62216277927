import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { countLoop } from '#app/cases/count-loop.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { queueFilter } from '#app/cases/queue-filter.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { snoozeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { getTeam } from '#app/cases/team/get-team.server.ts'
import { recoveryOf } from '#app/insights/recovery-of.server.ts'
import { DAY } from '#app/platform/day.ts'
import { casePeople } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { serve } from '#test/access/listener.ts'
import { answers, asked } from '#test/cases/recovery.ts'
import { routing, type Routing } from '#test/cases/routing-world.ts'
import type { UserRow } from '#test/make.ts'
import { world } from '#test/world.ts'

let w: Routing
let teamId: string
let [bea, cid, dan, lead] = [] as unknown as [UserRow, UserRow, UserRow, UserRow]
let served: Awaited<ReturnType<typeof serve>>

/**
 * Wednesday, 11 March 2026, 10:00 in Tokyo. On Monday the 2nd seven cases were opened, each to be answered within 8 and
 * resolved within 40 working hours, by the 9th: six of a team, one of somebody else; today one more.
 */
beforeEach(async () => {
  w = await routing()
  teamId = (await w.team({ name: 'East' })).id
  bea = await w.user({ name: 'Bea', roles: ['csm'], teamId })
  cid = await w.user({ name: 'Cid', roles: ['csm'], teamId })
  dan = await w.user({ name: 'Dan', roles: ['csm'] })
  lead = await w.user({ name: 'Lea', roles: ['lead'], teamId })
  await opened(bea) // nobody takes it
  await claimCase(w.ctx(bea.actor), { caseId: await opened(bea) })
  await contacted(bea)
  await snoozeCase(w.ctx(bea.actor), { caseId: await opened(bea), span: '14' })
  const resolved = await contacted(bea)
  await resolveCase(w.ctx(bea.actor), { caseId: resolved, cause: 'product', action: 'fix' })
  await opened(cid)
  await opened(dan)
  w.clock.advance(9 * DAY)
  await w.away(cid, 9, 10)
  await opened(bea)
  served = await serve(w)
})
afterEach(() => served.close())

const opened = async (owner: UserRow) => (await w.unhappy(await w.account({ ownerId: owner.id }))).caseId
async function contacted(owner: UserRow) {
  const caseId = await opened(owner)
  await logContact(w.ctx(owner.actor), { caseId, kind: 'call', text: 'We spoke.' })
  return caseId
}
const counts = (rows: { n: number }[]) => rows.map(({ n }) => n)

test('a lead sees the own team: who has what, how old it is, and each late case under one reason', async () => {
  const shown = await getTeam(w.ctx(lead.actor))
  expect(shown.teamId).toBe(teamId)
  expect(shown.load.map(({ userId: _, ...row }) => row)).toEqual([
    // Not taken: the one that nobody took, the one that was put off, today's. Late: all of the 2nd but the resolved one.
    { name: 'Bea', away: false, open: 6, late: 4, unclaimed: 3, putOff: 1 },
    { name: 'Cid', away: true, open: 1, late: 1, unclaimed: 1, putOff: 0 },
    { name: 'Lea', away: false, open: 0, late: 0, unclaimed: 0, putOff: 0 },
  ])
  expect(shown.ages).toEqual([
    { band: '0', n: 1 },
    { band: '1', n: 0 },
    { band: '3', n: 0 },
    { band: '7', n: 6 },
    { band: '14', n: 0 },
    { band: '30', n: 0 },
  ])
  expect(shown.late).toEqual([
    { why: 'put_off', n: 1 },
    { why: 'away', n: 1 },
    { why: 'unclaimed', n: 1 },
    { why: 'reply', n: 1 },
    { why: 'resolve', n: 1 },
  ])
  // 2 + 9 days later, everything is a week older.
  w.clock.advance(5 * DAY)
  expect(counts((await getTeam(w.ctx(lead.actor))).ages)).toEqual([0, 0, 1, 0, 6, 0])
})

test('whoever chooses everybody, and an admin at first, sees the others too', async () => {
  for (const shown of [await getTeam(w.ctx()), await getTeam(w.ctx(lead.actor), { team: 'all' })]) {
    expect(shown.teamId).toBeNull()
    expect(shown.load.map(({ name, open }) => [name, open])).toContainEqual(['Dan', 1])
    expect(counts(shown.late)).toEqual([1, 1, 2, 1, 1])
    expect(shown.funnel.at(-1)).toMatchObject({ opened: 8, contacted: 2, resolved: 1, recovered: 0 })
  }
  await expect(getTeam(w.ctx(bea.actor))).rejects.toMatchObject({ status: 403 })
})

/** Every link of the page to the queue, with the number that it says. */
async function linksOf(user: UserRow, path: string) {
  const reply = await served.fetch(path, { cookie: await served.signedIn(user.id), headers: { accept: 'text/html' } })
  const html = await reply.text()
  expect(reply.status).toBe(200)
  return [...html.matchAll(/<a\b([^>]*)>([^<]*)/g)].flatMap(([, attributes, text]) => {
    const href = /href="(\/cases\?[^"]*)"/.exec(attributes!)?.[1]?.replaceAll('&amp;', '&')
    const said = /aria-label="([^"]*)"/.exec(attributes!)?.[1] ?? text!
    return href ? [{ href, n: Number(/(\d+)(?: cases?)?$/.exec(said)?.[1]) }] : []
  })
}

test('the list behind every number and every bar has exactly as many cases as it says', async () => {
  // A month earlier and one that a lead mustn't see.
  w.clock.set(Date.parse('2026-04-01T00:30:00+09:00')) // still March in UTC
  await contacted(cid)
  const [hidden] = await w.store.db
    .select()
    .from(casePeople)
    .where(eq(casePeople.caseId, await opened(bea)))
  await w.store.write((tx) => tx.update(responses).set({ keptFrom: lead.id }).where(eq(responses.id, hidden!.responseId!))) // prettier-ignore
  for (const [user, path] of [
    [lead, '/team'],
    [lead, '/team?team=all&days=30&by=cause'],
  ] as const) {
    const links = await linksOf(user, path)
    for (const { href, n } of links) {
      const ctx = w.ctx(user.actor)
      const { cases } = await listCases(ctx, { ...queueFilter(ctx, `http://koe.test${href}`), limit: 200 })
      expect({ href, n: cases.length }).toEqual({ href, n })
    }
    // The load, the bands, the reasons; of the funnel March (opened, contacted, resolved) and April (opened, contacted), as a column and in the table.
    expect(links.filter(({ href }) => href.includes('month=2026-03'))).toHaveLength(2 * 3)
    expect(links.filter(({ href }) => href.includes('month=2026-04'))).toHaveLength(2 * 2)
    expect(links.filter(({ href }) => href.includes('why='))).toHaveLength(4)
  }
  // In Tokyo it is April: the one that the lead sees is there, the other is not.
  expect((await getTeam(w.ctx(lead.actor))).funnel.at(-1)).toMatchObject({ opened: 1, contacted: 1 })
  expect((await getTeam(w.ctx(), { team: teamId })).funnel.at(-1)).toMatchObject({ opened: 2, contacted: 1 })
})

test('the funnel says of thirty days what Today says, and recovers what the rate of recovery counts', async () => {
  const other = await world()
  const one = await asked(other)
  await answers(other, one.contacts[0]!.id, 5)
  const { funnel } = await getTeam(other.ctx())
  const month = { opened: 1, contacted: 1, resolved: 1, recovered: 1 }
  expect(funnel).toHaveLength(12)
  expect(funnel.at(-1)).toMatchObject(month)
  expect(await countLoop(other.ctx())).toEqual({ opened: 1, contacted: 1, resolved: 1, closed: 1 })
  const span = { days: { from: 0, to: 30_000 }, from: 0, to: other.now() + 1 }
  expect((await recoveryOf(other.ctx(), span)).closed).toMatchObject({ value: 1, n: 1 })
  // A month later it is the bar before the last.
  other.clock.advance(31 * DAY)
  expect((await getTeam(other.ctx())).funnel.at(-2)).toMatchObject(month)
})
