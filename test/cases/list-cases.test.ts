import { beforeEach, expect, test } from 'vitest'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Actor } from '#app/audit/actor.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { resolving } from '#app/cases/clock.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { findNextCase } from '#app/cases/find-next-case.server.ts'
import { caseFilter } from '#app/cases/case-filter.server.ts'
import { countOpenCases, countTabs } from '#app/cases/count-cases.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { waitForCustomer } from '#app/cases/wait-for-customer.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { makeProgram, makeResponse, type ProgramRow } from '#test/cases/make.ts'
import type { UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let program: ProgramRow
beforeEach(async () => {
  w = await world()
  program = await makeProgram(w)
})

async function openCase(owner: UserRow, name: string, severity: Severity = 'normal', comment: string | null = null) {
  const account = await w.account({ name, ownerId: owner.id, arrMinor: 1_200_000, currency: 'JPY' })
  const contact = await w.contact({ accountId: account.id, name: `${name} Person` })
  const response = await makeResponse(w, program, { contact, comment })
  const input = { response, severity, account: { id: account.id, ownerId: owner.id }, contactId: contact.id }
  return (await write(w.system(), (ctx) => openOrJoinCase(ctx, input))).caseId
}
const namesOf = async (list: ReturnType<typeof listCases>) => (await list).cases.map((row) => row.accountName)

test('the queue stands in the order of its clock, worse ones with a head start, answered ones behind', async () => {
  const owner = await w.user()
  await openCase(owner, 'First')
  w.clock.advance(HOUR)
  await openCase(owner, 'Urgent', 'urgent')
  await openCase(owner, 'Second')
  const answered = await openCase(owner, 'Answered')
  await logContact(w.ctx(), { caseId: answered, kind: 'call', text: 'Called.' })
  expect(await namesOf(listCases(w.ctx()))).toEqual(['Urgent', 'First', 'Second', 'Answered'])
})

test('a row carries what one needs to choose: quote, score, person, value, owner, who waits', async () => {
  const owner = await w.user({ name: 'Ken' })
  await openCase(owner, 'Aoi', 'high', 'Slow.')
  const [row] = (await listCases(w.ctx())).cases
  expect(row).toMatchObject({
    accountName: 'Aoi',
    personName: 'Aoi Person',
    comment: 'Slow.',
    score: 3,
    arrMinor: 1_200_000,
    currency: 'JPY',
    ownerName: 'Ken',
    people: 1,
    waiting: 1,
    state: 'new',
    severity: 'high',
  })
})

test('mine, team, late, closed and search each show their part, and the counts agree', async () => {
  const team = await w.team()
  const me = await w.user({ teamId: team.id })
  const mate = await w.user({ teamId: team.id })
  const other = await w.user()
  await openCase(me, 'Mine')
  await openCase(mate, 'Mates')
  await openCase(other, 'Others')
  const gone = await openCase(me, 'Gone')
  await closeCase(w.ctx(), { caseId: gone, kind: 'dismissed', text: 'A test.' })
  w.clock.advance(2 * DAY)
  await openCase(me, 'Fresh')
  const ctx = w.ctx(me.actor)
  expect(await namesOf(listCases(ctx, { scope: 'mine' }))).toEqual(['Mine', 'Fresh'])
  expect((await namesOf(listCases(ctx, { scope: 'team' }))).sort()).toEqual(['Fresh', 'Mates', 'Mine'])
  expect(await namesOf(listCases(ctx, { scope: 'mine', late: '1' }))).toEqual(['Mine'])
  expect(await namesOf(listCases(ctx, { scope: 'closed' }))).toEqual(['Gone'])
  expect(await namesOf(listCases(ctx, { q: 'other' }))).toEqual(['Others'])
  expect(await namesOf(listCases(ctx, { q: 'mates person' }))).toEqual(['Mates'])
  expect(await countTabs(ctx)).toEqual({ mine: 2, team: 3, all: 4 })
  expect(await countOpenCases(ctx)).toEqual({ mine: 2, mineLate: 1, mineNew: 2, all: 4, late: 3 })
})

test('what was late when its clock stopped is late in the filter and the counts as in its row; what is resolved is not', async () => {
  const owner = await w.user()
  const [late, paused, resolved] = [await openCase(owner, 'Late'), await openCase(owner, 'Paused'), await openCase(owner, 'Resolved')] // prettier-ignore
  for (const caseId of [late, paused, resolved]) await logContact(w.ctx(), { caseId, kind: 'call', text: 'Called.' })
  await waitForCustomer(w.ctx(), { caseId: paused })
  w.clock.advance(20 * DAY)
  for (const caseId of [late, resolved]) await waitForCustomer(w.ctx(), { caseId })
  await resolveCase(w.ctx(), { caseId: resolved, cause: 'product', action: 'fix' })
  const { cases } = await listCases(w.ctx())
  expect(cases.filter((row) => resolving(row, w.now()).kind === 'late').map((row) => row.id)).toEqual([late])
  expect(await namesOf(listCases(w.ctx(), { late: '1' }))).toEqual(['Late'])
  expect(await countOpenCases(w.ctx(owner.actor))).toMatchObject({ late: 1, mineLate: 1 })
})

async function pagesOf(ctx: Ctx, filter: Parameters<typeof listCases>[1]) {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listCases(ctx, { ...filter, after })
    seen.push(...page.cases.map((row) => row.id))
    after = page.next ?? undefined
  } while (after)
  return seen
}

test('pages follow each other without gap or double', async () => {
  const owner = await w.user()
  for (let i = 0; i < 11; i++) await openCase(owner, `Account ${i}`)
  const seen = await pagesOf(w.ctx(), { limit: 3 })
  expect(new Set(seen).size).toBe(11)
  expect(seen).toHaveLength(11)
})

test('the pages of a team are the queue without the others’ cases, in its order', async () => {
  const { id: teamId } = await w.team()
  const mates = [await w.user({ teamId }), await w.user({ teamId }), await w.user({ teamId })]
  const owners = [mates[0]!, await w.user(), mates[1]!, mates[0]!, mates[2]!]
  for (let i = 0; i < 14; i++) {
    await openCase(owners[i % owners.length]!, `Account ${i}`)
    w.clock.advance(HOUR)
  }
  const whole = (await listCases(w.ctx())).cases.filter((row) => mates.some(({ id }) => id === row.ownerId))
  expect(whole).toHaveLength(11)
  const ctx = w.ctx(mates[1]!.actor)
  expect(await pagesOf(ctx, { scope: 'team', limit: 2 })).toEqual(whole.map((row) => row.id))
  const found = whole.filter((row) => row.accountName!.startsWith('Account 1'))
  expect(await pagesOf(ctx, { scope: 'team', limit: 2, q: 'account 1' })).toEqual(found.map((row) => row.id))
})

test('marketers and viewers have no queue, and a key reads it without names', async () => {
  await openCase(await w.user(), 'Aoi')
  for (const roles of [['marketer'], ['viewer']] as const) {
    const { actor } = await w.user({ roles: [...roles] })
    await expect(listCases(w.ctx(actor))).rejects.toMatchObject({ status: 403 })
    await expect(countOpenCases(w.ctx(actor))).rejects.toMatchObject({ status: 403 })
  }
  const key: Actor = { kind: 'key', id: 'key_x', scopes: ['cases'] }
  expect((await listCases(w.ctx(key))).cases).toMatchObject([{ personName: null }])
})

test('the page of a case offers exactly what this reader may do now', async () => {
  const owner = await w.user()
  const other = await w.user()
  const caseId = await openCase(owner, 'Aoi')
  const verbs = async (user: UserRow) => (await getCase(w.ctx(user.actor), caseId)).verbs
  expect(await verbs(owner)).toEqual(['claim', 'assign', 'note', 'contact', 'dismiss', 'snooze'])
  expect(await verbs(other)).toEqual(['claim'])
  await logContact(w.ctx(owner.actor), { caseId, kind: 'call', text: 'Called.' })
  expect(await verbs(owner)).toEqual(['assign', 'note', 'contact', 'work', 'wait', 'resolve', 'dismiss', 'snooze'])
  expect(await verbs(other)).toEqual([])
  await expect(getCase(w.ctx(), 'cas_nothing')).rejects.toMatchObject({ status: 404 })
})

test('the timeline tells what was said and done, the newest first, each once', async () => {
  const owner = await w.user({ name: 'Ken' })
  const caseId = await openCase(owner, 'Aoi')
  w.clock.advance(HOUR)
  await logContact(w.ctx(owner.actor), { caseId, kind: 'call', text: 'She waits for the export.' })
  const { timeline, people } = await getCase(w.ctx(), caseId)
  expect(timeline).toMatchObject([
    { what: 'entry', kind: 'call', text: 'She waits for the export.', actor: 'Ken' },
    { what: 'event', type: 'cases.opened', score: 3 },
  ])
  expect(people).toMatchObject([{ name: 'Aoi Person', state: 'replied', answers: [{ score: 3 }] }])
})

test('what is due today is what somebody waits for until midnight where the organisation is', async () => {
  const owner = await w.user()
  await openCase(owner, 'Due')
  const [row] = (await listCases(w.ctx())).cases
  const zoneDay = dayOf(row!.replyDueAt, (await getOrganisation(w.ctx())).zone)
  w.clock.advance(row!.replyDueAt - w.now() - 1)
  expect(await namesOf(listCases(w.ctx(), { due: 'today' }))).toEqual(['Due'])
  expect(await countOpenCases(w.ctx(owner.actor))).toMatchObject({ mineLate: 0, mineNew: 1 })
  w.clock.advance(2)
  expect(dayOf(w.now(), (await getOrganisation(w.ctx())).zone)).toBe(zoneDay)
  expect(await namesOf(listCases(w.ctx(), { due: 'today' }))).toEqual([])
  expect(await countOpenCases(w.ctx(owner.actor))).toMatchObject({ mineLate: 1 })
})

test('after a case comes the next of its list, after the last the first, and after the only one nothing', async () => {
  const owner = await w.user()
  const ids: string[] = []
  for (const name of ['First', 'Second', 'Third']) {
    ids.push(await openCase(owner, name))
    w.clock.advance(HOUR)
  }
  const filter = caseFilter.parse({ scope: 'all' })
  const after = async (id: string, over = {}) => (await findNextCase(w.ctx(), { ...filter, ...over }, id))?.accountName
  expect(await after(ids[0]!)).toBe('Second')
  expect(await after(ids[1]!)).toBe('Third')
  expect(await after(ids[2]!)).toBe('First')
  expect(await after(ids[0]!, { q: 'first' })).toBeUndefined()
})
