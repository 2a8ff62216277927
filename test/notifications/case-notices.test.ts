import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { renderNoticeMail } from '#app/cases/notices/render-notice-mail.server.ts'
import { tellMentioned } from '#app/cases/notices/tell-mentioned.server.ts'
import { renderCaseMail } from '#app/cases/render-case-mail.server.ts'
import { tellOfReply } from '#app/cases/tell-of-reply.server.ts'
import { tellOwner } from '#app/cases/tell-owner.server.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { kindRules } from '#app/notifications/notice.ts'
import { putIntoWords } from '#app/notifications/put-into-words.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { mailStreams, mailTemplates, noticeTellers } from '#app/mails.server.ts'
import { eventSubscribers, jobHandlers } from '#app/subscriptions.server.ts'
import { noticeKinds } from '#db/enums/notifications.ts'
import { absences, userRoles, users } from '#db/schema/access.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers, casePeople } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { voices } from '#db/schema/voices.ts'
import { guardOf, happened, mailsOf, noticesOf, openCase, tell } from '#test/notifications/make.ts'
import { insert, next } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

async function desk() {
  const w = await world()
  const owner = await w.user({ roles: ['csm'], name: 'Otto Owner' })
  const hana = await w.user({ roles: ['csm'], name: '佐藤 花子', locale: 'ja' })
  const one = await openCase(w, owner)
  return { w, owner, hana, ...one }
}

/** Away today. */
async function away(w: World, user: { id: string }, standIn: { id: string }) {
  const today = dayOf(w.now(), 'Asia/Tokyo')
  await insert(w.store, absences, { id: `abs_${user.id}`, userId: user.id, fromDay: today, toDay: today, standInId: standIn.id, createdBy: user.id, createdAt: w.now() }) // prettier-ignore
}

/** A reply by mail of the customer, told to who looks after them. */
async function reply(w: World, over: Partial<typeof voices.$inferInsert>) {
  const id = `voc_${next()}`
  await insert(w.store, voices, { id, source: 'reply', channel: 'mail', day: 1, at: w.now(), text: 'Still broken', textKey: 'x', language: 'en', createdAt: w.now(), updatedAt: w.now(), ...over }) // prettier-ignore
  await tellOfReply(w.system(), await happened(w, undefined, id))
  return id
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
  expect(await guardOf(w, mail!)).toBe(null) // though the case is not hers
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
  expect(await guardOf(w, mail!)).toBe('nothing_left')
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
  const guard = async (id: string) => guardOf(w, await mails(id))
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
    const { w, event, caseId } = await desk()
    const user = await w.user({ roles: ['admin'] })
    if (kindRules[kind].usual.mail === 'digest') continue
    await tell(w, event, user.id, { kind, subject: { kind: 'case', id: caseId }, data: { type: 'jobs.died' } })
    await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }).where(eq(users.id, user.id)))
    const [mail] = await mailsOf(w, user.id)
    const guard = mailStreams[mail!.stream]!.guard!
    expect([kind, await w.store.write((tx) => guard({ ...w.system(), tx }, mail!))]).toEqual([kind, 'user_ended'])
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
  await away(w, owner, hana)
  await tellOwner(w.system(), event)
  const late = await happened(w, undefined, caseId)
  await tell(w, late, lead.id, { kind: 'sla_late', data: { clock: 'reply', mark: 100 } })
  await tell(w, event, lead.id)
  const guards = async (id: string) => {
    const list = await mailsOf(w, id)
    return Promise.all(list.map(async (mail) => [mail.payload.kind, await guardOf(w, mail)])) // prettier-ignore
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

const keep = (w: World, responseId: string, userId: string) =>
  w.store.write(async (tx) => tx.update(responses).set({ keptFrom: userId }).where(eq(responses.id, responseId)))
const kindsOf = async (w: World, userId: string) => (await noticesOf(w, userId)).map((row) => row.kind)

test('a reply on a case is told to its owner, whatever the rules say, and to who stands in for them', async () => {
  const { w, owner, hana, caseId, account } = await desk()
  await w.user({ roles: ['lead'] })
  await reply(w, { accountId: account.id, caseId })
  expect([await kindsOf(w, owner.id), await kindsOf(w, hana.id)]).toEqual([['case_reply'], []])
  await away(w, owner, hana)
  w.clock.advance(1)
  await reply(w, { accountId: account.id, caseId })
  expect([await kindsOf(w, owner.id), await kindsOf(w, hana.id)]).toEqual([
    ['case_reply', 'case_reply'],
    ['case_reply'],
  ])
  expect(await guardOf(w, (await mailsOf(w, hana.id))[0]!)).toBe(null)
})

test('a reply is not told to a stand-in from whom an answer of the case is kept', async () => {
  const { w, owner, hana, caseId, account, response } = await desk()
  await away(w, owner, hana)
  await keep(w, response.id, hana.id)
  await reply(w, { accountId: account.id, caseId })
  expect([await kindsOf(w, owner.id), await kindsOf(w, hana.id)]).toEqual([['case_reply'], []])
})

test('a reply whose case’s owner has left is told to who would get the case, one without a case to who has the account', async () => {
  const { w, owner, hana, caseId, account } = await desk()
  const lead = await w.user({ roles: ['lead'] })
  const other = await w.account({ name: 'Kumo Works', ownerId: hana.id })
  await reply(w, { accountId: other.id })
  await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }).where(eq(users.id, owner.id)))
  await reply(w, { accountId: account.id, caseId })
  expect([await kindsOf(w, owner.id), await kindsOf(w, hana.id), await kindsOf(w, lead.id)]).toEqual([[], ['case_reply'], ['case_reply']]) // prettier-ignore
})

test('the mail about a reply is stopped when it was deleted, is kept by then, or its case is done', async () => {
  const { w, owner, caseId, account, response } = await desk()
  const voiceId = await reply(w, { accountId: account.id, caseId })
  const [mail] = await mailsOf(w, owner.id)
  const guard = () => guardOf(w, mail!)
  expect(await guard()).toBe(null)
  const set = (deletedAt: number | null) => w.store.write(async (tx) => tx.update(voices).set({ deletedAt }).where(eq(voices.id, voiceId))) // prettier-ignore
  await set(w.now())
  expect(await guard()).toBe('nothing_left')
  await set(null)
  await keep(w, response.id, owner.id)
  expect(await guard()).toBe('nothing_left')
  await w.store.write(async (tx) => tx.update(responses).set({ keptFrom: null }).where(eq(responses.id, response.id)))
  await w.store.write(async (tx) => tx.update(userRoles).set({ role: 'marketer' }).where(eq(userRoles.userId, owner.id))) // prettier-ignore
  expect(await guard()).toBe('nothing_left') // who may see no cases any more
  await w.store.write(async (tx) => tx.update(userRoles).set({ role: 'csm' }).where(eq(userRoles.userId, owner.id)))
  await closeCase(w.ctx(), { caseId, kind: 'dismissed', text: 'A test.' })
  expect(await guard()).toBe('case_closed')
})

test('the mail about a case is stopped for who may see no cases any more', async () => {
  const { w, owner, event } = await desk()
  await tellOwner(w.system(), event)
  const [mail] = await mailsOf(w, owner.id)
  expect(await guardOf(w, mail!)).toBe(null)
  await w.store.write(async (tx) => tx.update(userRoles).set({ role: 'viewer' }).where(eq(userRoles.userId, owner.id)))
  expect(await guardOf(w, mail!)).toBe('nothing_left')
})

test('mail that was queued before notices were kept goes its way', async () => {
  const { w, owner, event, response } = await desk()
  await tellOwner(w.system(), event)
  const [mail] = await mailsOf(w, owner.id)
  const old = { ...mail!, payload: { responseId: response.id, voiceId: null, why: 'cases.opened' } }
  expect(await guardOf(w, old)).toBe(null)
  expect((await renderCaseMail(w.system(), old)).subject).toBe('Aoi Trading is unhappy (3) and waits for you')
})

test('who stands in reads for whom, in the list and in the mail', async () => {
  const { w, owner, hana, caseId } = await desk()
  await away(w, owner, hana)
  const assigned = await happened(w, undefined, caseId)
  await tellOwner(w.system(), { ...assigned, type: 'cases.assigned' })
  const read = async (id: string) => {
    const reader = (await findReader(w.system(), id))!
    const list = await noticesOf(w, id)
    const [told] = (await putIntoWords(w.system(), noticeTellers, reader, list)).values()
    return [told!.text, (await renderCaseMail(w.system(), (await mailsOf(w, id))[0]!)).subject]
  }
  const own = 'Aoi Trading is now your case'
  expect(await read(owner.id)).toEqual([own, own])
  const theirs = 'Aoi Trading のフォローアップの担当になりました（Otto Owner さんの代理）'
  expect(await read(hana.id)).toEqual([theirs, theirs])
  await w.store.write(async (tx) => tx.update(users).set({ locale: 'en' }).where(eq(users.id, hana.id)))
  expect(await read(hana.id)).toEqual([`${own} (you stand in for Otto Owner)`, `${own} (you stand in for Otto Owner)`])
})

test('where nothing but a voice was heard, the mail of a clock quotes it, and of a merge says that it was one', async () => {
  const { w, owner, caseId } = await desk()
  await w.store.write(async (tx) => tx.delete(caseAnswers))
  await w.store.write(async (tx) => tx.update(casePeople).set({ responseId: null }))
  await insert(w.store, voices, { id: 'voc_heard', source: 'staff', channel: 'phone', day: 1, at: w.now(), caseId, text: 'Heard on the phone', textKey: 'x', language: 'en', createdAt: w.now(), updatedAt: w.now() }) // prettier-ignore
  const event = await happened(w, undefined, caseId)
  await tell(w, event, owner.id, { kind: 'sla_warning', data: { clock: 'reply', mark: 75 } })
  expect((await renderNoticeMail(w.system(), (await mailsOf(w, owner.id))[0]!)).text).toContain('> Heard on the phone')
  await tellOwner(w.system(), { ...event, type: 'cases.merged' })
  const merged = (await mailsOf(w, owner.id)).find((mail) => mail.template === 'cases.opened')
  expect((await renderCaseMail(w.system(), merged!)).subject).toBe('Aoi Trading: two cases are one now')
})

test('who wrote a note and is gone is a colleague without a name, also in Japanese', async () => {
  const { w, hana, caseId } = await desk()
  await tell(w, await happened(w, undefined, caseId), hana.id, { kind: 'case_mention', data: { entryId: 'none' } })
  const { subject } = await renderNoticeMail(w.system(), (await mailsOf(w, hana.id))[0]!)
  expect(subject).toBe('メモであなたへの言及がありました：Aoi Trading')
})

test('from whom the case is kept is not offered to be named', async () => {
  const { w, owner, hana, caseId, response } = await desk()
  const offered = async () => (await getCase(w.ctx(owner.actor), caseId)).owners.map((one) => one.id)
  expect(await offered()).toContain(hana.id)
  await keep(w, response.id, hana.id)
  expect(await offered()).not.toContain(hana.id)
  expect(await offered()).toContain(owner.id)
})
