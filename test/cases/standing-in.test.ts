import { beforeEach, describe, expect, test } from 'vitest'
import { addAbsence } from '#app/access/absences/add-absence.server.ts'
import { listAbsences } from '#app/access/absences/list-absences.server.ts'
import { removeAbsence } from '#app/access/absences/remove-absence.server.ts'
import { awayToday, standsInFor, worksFor } from '#app/access/absences/works-for.server.ts'
import { deactivateUser } from '#app/access/deactivate-user.server.ts'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { countOpenCases } from '#app/cases/count-cases.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { DAY } from '#app/platform/day.ts'
import { absences } from '#db/schema/access.ts'
import type { UserRow } from '#test/make.ts'
import { routing, today, type Routing } from '#test/cases/routing-world.ts'

let w: Routing
let owner: UserRow
let standIn: UserRow
beforeEach(async () => {
  w = await routing()
  owner = await w.user({ name: 'Owner' })
  standIn = await w.user({ name: 'Stand-in' })
})

describe('a case whose owner is away', () => {
  let caseId: string
  beforeEach(async () => {
    ;({ caseId } = await w.unhappy(await w.account({ ownerId: owner.id })))
    await claimCase(w.ctx(owner.actor), { caseId })
  })
  const note = (user: UserRow) => addCaseNote(w.ctx(user.actor), { caseId, text: 'Seen.' })

  test('may be worked by the stand-in in these days, and only in these', async () => {
    await expect(note(standIn)).rejects.toMatchObject({ status: 403 })
    await w.away(owner, 1, 2, standIn)
    await expect(note(standIn)).rejects.toMatchObject({ status: 403 }) // tomorrow
    w.clock.advance(DAY)
    await note(standIn)
    await logContact(w.ctx(standIn.actor), { caseId, kind: 'call', text: 'Spoke to them.' })
    await note(owner)
    const other = await w.user({})
    await expect(note(other)).rejects.toMatchObject({ status: 403 })
    w.clock.advance(2 * DAY)
    await expect(note(standIn)).rejects.toMatchObject({ status: 403 })
    expect((await w.caseRow(caseId)).ownerId).toBe(owner.id) // it stayed theirs
  })

  test('stands among the stand-in’s own, marked, and is counted there', async () => {
    await w.unhappy(await w.account({ ownerId: standIn.id }))
    const mine = async () => (await listCases(w.ctx(standIn.actor), { scope: 'mine' })).cases
    expect(await mine()).toHaveLength(1)
    await w.away(owner, 0, 2, standIn)
    expect((await mine()).map((row) => [row.ownerName, row.standingIn])).toEqual([
      ['Owner', true],
      ['Stand-in', false],
    ])
    expect((await countOpenCases(w.ctx(standIn.actor))).mine).toBe(2)
    expect((await listCases(w.ctx(owner.actor), { scope: 'mine' })).cases).toHaveLength(1)
    const shown = await getCase(w.ctx(standIn.actor), caseId)
    expect(shown).toMatchObject({ mayWork: true, standIn: { name: 'Stand-in', owner: 'Owner' } })
  })

  test('by way of another who is away: only the last of the chain', async () => {
    const last = await w.user({})
    await w.away(owner, 0, 2, standIn)
    await w.away(standIn, 0, 0, last)
    await note(last)
    await expect(note(standIn)).rejects.toMatchObject({ status: 403 })
    expect(await standsInFor(w.ctx(), last.id)).toEqual(expect.arrayContaining([owner.id, standIn.id]))
    expect(await standsInFor(w.ctx(), standIn.id)).toEqual([])
    w.clock.advance(DAY)
    await note(standIn)
  })

  test('a stand-in who has left stands in for nobody', async () => {
    await w.away(owner, 0, 2, standIn)
    await deactivateUser(w.ctx(), { userId: standIn.id })
    expect(await worksFor(w.ctx(), owner.id)).toBe(null)
    expect((await listAbsences(w.ctx(), owner.id)).absences).toMatchObject([{ standIn: 'Stand-in', standInLeft: true }])
  })

  test('the absence taken back, and brought back by its own fields', async () => {
    const { absenceId } = await w.away(owner, 0, 2, standIn)
    expect(await awayToday(w.ctx())).toEqual(new Set([owner.id]))
    const gone = await removeAbsence(w.ctx(owner.actor), { userId: owner.id, absenceId })
    expect(gone).toMatchObject({ fromDay: today, toDay: today + 2, standInId: standIn.id })
    expect(await worksFor(w.ctx(), owner.id)).toBe(owner.id)
    await expect(note(standIn)).rejects.toMatchObject({ status: 403 })
    await expect(removeAbsence(w.ctx(), { userId: owner.id, absenceId })).rejects.toMatchObject({ status: 404 })
    await w.away(owner, 0, 2, standIn)
    await note(standIn)
  })
})

test('one plans one’s own absence, leads and admins anybody’s', async () => {
  const lead = await w.user({ roles: ['lead'] })
  const marketer = await w.user({ roles: ['marketer'] })
  const plan = (by: UserRow, userId: string) =>
    addAbsence(w.ctx(by.actor), { userId, from: '2026-03-10', to: '2026-03-11' })
  await expect(plan(standIn, owner.id)).rejects.toMatchObject({ status: 403 })
  await plan(owner, owner.id)
  await plan(marketer, marketer.id)
  await plan(lead, standIn.id)
  await expect(listAbsences(w.ctx(standIn.actor), owner.id)).rejects.toMatchObject({ status: 403 })
  expect((await listAbsences(w.ctx(lead.actor), owner.id)).absences).toHaveLength(1)
})

test('who has left, or works no cases, can’t stand in', async () => {
  const marketer = await w.user({ roles: ['marketer'] })
  await expect(w.away(owner, 0, 1, marketer)).rejects.toMatchObject({ fields: { standInId: 'stand_in_role' } })
  await deactivateUser(w.ctx(), { userId: standIn.id })
  await expect(w.away(owner, 0, 1, standIn)).rejects.toMatchObject({ fields: { standInId: 'not_active' } })
  await expect(w.away(owner, 0, 1, owner)).rejects.toMatchObject({ fields: { standInId: 'stand_in_self' } })
  expect(await w.store.db.select().from(absences)).toEqual([])
})

test('two who name each other at the same moment: one of them is refused', async () => {
  const both = await Promise.allSettled([w.away(owner, 0, 1, standIn), w.away(standIn, 0, 1, owner)])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await w.store.db.select().from(absences)).toHaveLength(1)
})
