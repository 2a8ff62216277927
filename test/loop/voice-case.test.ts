import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addAbsence } from '#app/access/absences/add-absence.server.ts'
import type { Actor } from '#app/audit/actor.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { renderCaseMail } from '#app/cases/render-case-mail.server.ts'
import { tellOwner } from '#app/cases/tell-owner.server.ts'
import { write } from '#app/audit/context.server.ts'
import { openCaseOfVoice } from '#app/loop/open-case-of-voice.server.ts'
import { getVoice } from '#app/voices/list-voices.server.ts'
import { recordVoice } from '#app/voices/save-voice.server.ts'
import { users } from '#db/schema/access.ts'
import { holds } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { messages } from '#db/schema/email.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { world } from '#test/world.ts'

async function heard() {
  const w = await world()
  const owner = await w.user({ roles: ['csm'], name: 'Misaki' })
  const account = await w.account({ name: 'Kumo Works', ownerId: owner.id })
  const person = await w.contact({ accountId: account.id, name: '森 花' })
  const say = (over: object = {}) =>
    recordVoice(w.ctx(owner.actor), { accountId: account.id, contactId: person.id, date: '2026-03-01', channel: 'phone', heardBy: owner.id, text: '対応が遅い', feeling: 'low', ...over }) // prettier-ignore
  return { w, owner, account, person, say, ctx: w.ctx(owner.actor) }
}

test('an unhappy voice opens a case by the door of unhappy answers: owner, clock, hold, queue and mail', async () => {
  const { w, owner, account, person, say, ctx } = await heard()
  const colleague = await w.user({ roles: ['csm'] })
  const voiceId = await say()
  const lead = await w.user({ roles: ['admin'] })
  const landed = await openCaseOfVoice(w.ctx(lead.actor), { voiceId })
  expect(landed.opened).toBe(true)
  const { caseId } = landed
  expect(await openCaseOfVoice(ctx, { voiceId })).toEqual({ caseId, opened: false }) // pressed twice
  const shown = await getCase(ctx, caseId)
  expect(shown.case).toMatchObject({ ownerId: owner.id, accountId: account.id, state: 'new', severity: 'normal' })
  expect(shown.people).toMatchObject([{ contactId: person.id, state: 'waiting', answers: [] }])
  expect(shown.heard).toMatchObject([{ id: voiceId, text: '対応が遅い' }])
  expect(shown.timeline).toMatchObject([{ type: 'cases.opened', heard: true, score: null }])
  expect((await listCases(ctx)).cases).toMatchObject([{ id: caseId, waiting: 1, comment: '対応が遅い', heard: true, score: null }]) // prettier-ignore
  expect(await w.store.db.select().from(holds)).toMatchObject([{ subjectKey: `acc:${account.id}`, refId: caseId }])
  const [event] = await w.store.db.select().from(events).where(eq(events.type, 'cases.opened'))
  await tellOwner(w.system(), event!)
  const [mail] = await w.store.db.select().from(messages)
  expect(mail).toMatchObject({ userId: owner.id })
  const rendered = await renderCaseMail(w.system(), mail!)
  expect(rendered.subject).toBe('Kumo Works is unhappy and waits for you')
  expect(rendered.text).toContain('> 対応が遅い')
  await expect(openCaseOfVoice(w.ctx(colleague.actor), { voiceId: await say() })).rejects.toMatchObject({ status: 403 })
})

test('twenty presses at once open one case with one person', async () => {
  const { w, say, ctx } = await heard()
  const voiceId = await say()
  const all = await Promise.all(Array.from({ length: 20 }, () => openCaseOfVoice(ctx, { voiceId })))
  expect(all.filter((one) => one.opened)).toHaveLength(1)
  expect(new Set(all.map((one) => one.caseId)).size).toBe(1)
  expect(await w.store.db.select().from(casePeople)).toHaveLength(1)
})

test('it joins the open case, lets who answered keep their answer, and makes them wait again', async () => {
  const { w, owner, account, person, say, ctx } = await heard()
  const response = await makeResponse(w, await makeProgram(w), { contact: person, score: 2, comment: 'No' })
  const about = { severity: 'high' as const, account: { id: account.id, ownerId: owner.id }, contactId: person.id }
  const { caseId } = await write(w.system(), (ctx) => openOrJoinCase(ctx, { response, ...about }))
  await logContact(ctx, { caseId, kind: 'call', text: 'Spoke.' })
  expect(await openCaseOfVoice(ctx, { voiceId: await say() })).toEqual({ caseId, opened: false })
  const nobody = await say({ contactId: undefined, text: 'Somebody else too' })
  await openCaseOfVoice(ctx, { voiceId: nobody })
  const shown = await getCase(ctx, caseId)
  expect(shown.people.find((one) => one.contactId === person.id)).toMatchObject({ state: 'waiting', answers: [{ id: response.id }] }) // prettier-ignore
  expect(shown.people).toHaveLength(2)
  expect(shown.heard).toHaveLength(2)
  expect(shown.case.severity).toBe('high')
})

test('once its case is closed it opens another', async () => {
  const { say, ctx } = await heard()
  const voiceId = await say()
  const { caseId } = await openCaseOfVoice(ctx, { voiceId })
  await closeCase(ctx, { caseId, kind: 'dismissed', text: 'Was a joke.' })
  const again = await openCaseOfVoice(ctx, { voiceId })
  expect(again.opened).toBe(true)
  expect(again.caseId).not.toBe(caseId)
})

test('its page offers to open one to whom the verb lets: the owner, their stand-in and the lead of their team', async () => {
  const { w, owner, say } = await heard()
  const [lead, standIn, other] = [await w.user({ roles: ['lead'] }), await w.user({}), await w.user({})]
  const team = await w.team()
  await w.store.write(async (tx) => tx.update(users).set({ teamId: team.id }).where(eq(users.id, owner.id)))
  await addAbsence(w.ctx(), { userId: owner.id, from: '2026-03-02', to: '2026-03-02', standInId: standIn.id })
  const id = await say()
  const may = async (actor: Actor) => (await getVoice(w.ctx(actor), id)).mayOpenCase
  expect([await may(owner.actor), await may(standIn.actor), await may(other.actor)]).toEqual([true, true, false])
  expect([await may({ ...lead.actor, teamId: team.id }), await may(lead.actor)]).toEqual([true, false])
})

test('an unknown or deleted voice opens nothing', async () => {
  const { w, ctx } = await heard()
  await expect(openCaseOfVoice(ctx, { voiceId: 'voi_none' })).rejects.toMatchObject({ status: 404 })
  await expect(openCaseOfVoice(ctx, { voiceId: 'a\u0000b' })).rejects.toMatchObject({ status: 404 })
  expect(await w.store.db.select().from(cases)).toEqual([])
})
