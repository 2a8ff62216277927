import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { renderNoticeMail } from '#app/cases/notices/render-notice-mail.server.tsx'
import { tellMentioned } from '#app/cases/notices/tell-mentioned.server.ts'
import { stillTheirs, tellOwner } from '#app/cases/tell-owner.server.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { kindRules } from '#app/notifications/notice.ts'
import { putIntoWords } from '#app/notifications/put-into-words.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { eventSubscribers, jobHandlers, mailStreams, mailTemplates, noticeTellers } from '#app/subscriptions.server.ts'
import { noticeKinds } from '#db/enums/notifications.ts'
import { absences, users } from '#db/schema/access.ts'
import { events } from '#db/schema/audit.ts'
import { responses } from '#db/schema/responses.ts'
import { happened, mailsOf, noticesOf, openCase, tell } from '#test/notifications/make.ts'
import { insert } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

async function desk() {
  const w = await world()
  const owner = await w.user({ roles: ['csm'], name: 'Otto Owner' })
  const hana = await w.user({ roles: ['csm'], name: '佐藤 花子', locale: 'ja' })
  const one = await openCase(w, owner)
  return { w, owner, hana, ...one }
}

async function note(w: World, owner: Awaited<ReturnType<typeof desk>>['owner'], caseId: string, text: string) {
  w.clock.advance(1)
  const { entryId } = await addCaseNote(w.ctx(owner.actor), { caseId, text })
  const noted = await w.store.db.select().from(events).where(eq(events.type, 'cases.noted'))
  const event = noted.find((row) => row.data.entryId === entryId)!
  for (let i = 0; i < 2; i++) await tellMentioned(w.system(), event)
  return event
}

test('a colleague whom a note names is told once, with its words, in their language', async () => {
  const { w, owner, hana, caseId } = await desk()
  const event = await note(w, owner, caseId, '@佐藤花子さん、<b>明日</b>お願いします')
  expect(event.data.mentions).toEqual([hana.id])
  expect(JSON.stringify(event.data)).not.toContain('明日')
  expect(await noticesOf(w, hana.id)).toMatchObject([{ kind: 'case_mention', subjectId: caseId }])
  const [mail] = await mailsOf(w, hana.id)
  expect(await write(w.system(), (ctx) => stillTheirs(ctx, mail!))).toBe(null) // though the case is not hers
  const rendered = await renderNoticeMail(w.system(), mail!)
  expect(rendered.subject).toBe('Otto Owner さんがメモであなたに言及しました：Aoi Trading')
  expect(rendered.text).toContain('> @佐藤花子さん、<b>明日</b>お願いします')
  expect(rendered.html).toContain('&lt;b&gt;明日')
  expect(rendered.text).toContain(`/cases/${caseId}`)
})

test('who writes their own name, has left, or can’t see cases is not told', async () => {
  const { w, owner, caseId } = await desk()
  const left = await w.user({ name: 'Lea Left', state: 'ended' })
  const viewer = await w.user({ name: 'Vi Viewer', roles: ['viewer'] })
  const event = await note(w, owner, caseId, '@Otto Owner @Lea Left @Vi Viewer')
  expect(event.data.mentions).toEqual([owner.id])
  for (const { id } of [owner, left, viewer]) expect(await noticesOf(w, id)).toEqual([])
})

test('from whom an answer of the case is kept is not told, nor when it is kept only later', async () => {
  const { w, owner, hana, caseId, response } = await desk()
  const text = 'Please look, @佐藤 花子.'
  await note(w, owner, caseId, text)
  await w.store.write(async (tx) => tx.update(responses).set({ keptFrom: hana.id }).where(eq(responses.id, response.id))) // prettier-ignore
  const [mail] = await mailsOf(w, hana.id)
  expect(await write(w.system(), (ctx) => stillTheirs(ctx, mail!))).toBe('case_reassigned')
  expect((await note(w, owner, caseId, text)).data.mentions).toBe(undefined)
  expect(await noticesOf(w, hana.id)).toHaveLength(1)
})

test('a clock that runs out is told to owner and lead, until it no longer matters', async () => {
  const { w, owner, hana, caseId } = await desk()
  const lead = await w.user({ roles: ['lead'] })
  const clock = (kind: 'sla_warning' | 'sla_late', mark: number, to: string, name: 'reply' | 'resolve' = 'reply') =>
    happened(w, undefined, caseId).then((event) => tell(w, event, to, { kind, data: { clock: name, mark } }))
  await clock('sla_warning', 75, owner.id)
  await clock('sla_late', 200, lead.id)
  await clock('sla_late', 100, hana.id, 'resolve') // not hers by now
  const mails = async (id: string) => (await mailsOf(w, id))[0]!
  const guard = async (id: string) => {
    const mail = await mails(id)
    return write(w.system(), (ctx) => stillTheirs(ctx, mail))
  }
  const warning = await renderNoticeMail(w.system(), await mails(owner.id))
  expect(warning.subject).toBe('Aoi Trading: the first reply is due soon')
  expect(warning.text).toContain('> Too slow.')
  expect(warning.text).toContain('In whose hands: Otto Owner')
  const late = await renderNoticeMail(w.system(), await mails(lead.id))
  expect(late.subject).toBe('Aoi Trading: the first reply takes more than twice the time promised')
  expect([await guard(owner.id), await guard(lead.id), await guard(hana.id)]).toEqual([null, null, 'case_reassigned'])
  await logContact(w.ctx(owner.actor), { caseId, kind: 'call', text: 'Called.' })
  expect([await guard(owner.id), await guard(lead.id)]).toEqual(['case_answered', 'case_answered'])
  await closeCase(w.ctx(), { caseId, kind: 'dismissed', text: 'A test.' })
  expect(await guard(lead.id)).toBe('case_closed')
})

test('who may see no cases any more reads nothing of them', async () => {
  const { w, owner, event } = await desk()
  await tell(w, event, owner.id)
  const reader = (await findReader(w.system(), owner.id))!
  const list = await noticesOf(w, owner.id)
  expect((await putIntoWords(w.system(), noticeTellers, reader, list)).size).toBe(1)
  const viewer = { ...reader, actor: { ...reader.actor, roles: ['viewer' as const] } }
  expect((await putIntoWords(w.system(), noticeTellers, viewer, list)).size).toBe(0)
})

test('every kind has a teller, a template and a guard, and every job of the room its handler', async () => {
  for (const kind of noticeKinds) {
    const { template, stream } = kindRules[kind]
    expect([kind, template in mailTemplates, kind in noticeTellers]).toEqual([kind, true, true])
    expect([kind, typeof mailStreams[stream]?.guard]).toEqual([kind, 'function'])
  }
  const names = Object.values(eventSubscribers).flat().map((one) => one.name) // prettier-ignore
  for (const name of ['cases.tell-owner', 'cases.tell-of-reply', 'cases.tell-mentioned', 'notifications.tell-admins'])
    expect(names).toContain(name)
  for (const kind of ['call-hook', 'send-digests', 'prune'])
    expect(typeof (await jobHandlers[`notifications.${kind}`]!())).toBe('function')
})

test('while the owner is away, who stands in for them is told too; the lead of their team only of the clock', async () => {
  const { w, owner, hana, caseId, event } = await desk()
  const lead = await w.user({ roles: ['csm'] })
  const team = await w.team({ leadId: lead.id })
  await w.store.write(async (tx) => tx.update(users).set({ teamId: team.id }).where(eq(users.id, owner.id)))
  const today = dayOf(w.now(), 'Asia/Tokyo')
  await insert(w.store, absences, { id: 'abs_1', userId: owner.id, fromDay: today, toDay: today, standInId: hana.id, createdBy: owner.id, createdAt: w.now() }) // prettier-ignore
  await tellOwner(w.system(), event)
  const late = await happened(w, undefined, caseId)
  await tell(w, late, lead.id, { kind: 'sla_late', data: { clock: 'reply', mark: 100 } })
  await tell(w, event, lead.id)
  const guards = async (id: string) => {
    const list = await mailsOf(w, id)
    return Promise.all(list.map(async (mail) => [mail.payload.kind, await write(w.system(), (ctx) => stillTheirs(ctx, mail))])) // prettier-ignore
  }
  expect(await guards(owner.id)).toEqual([['case_opened', null]])
  expect(await guards(hana.id)).toEqual([['case_opened', null]])
  expect((await guards(lead.id)).sort()).toEqual([
    ['case_opened', 'case_reassigned'],
    ['sla_late', null],
  ])
  w.clock.advance(2 * DAY) // the owner is back
  expect(await guards(hana.id)).toEqual([['case_opened', 'case_reassigned']])
})
