import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { maxEntry } from '#app/cases/case.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { replyAddress } from '#app/email/reply-address.ts'
import { ownReplyAddress } from '#app/email/reply-to.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { caseEntries, casePeople, cases } from '#db/schema/cases.ts'
import { caseMails } from '#db/schema/cases-replies.ts'
import { voices } from '#db/schema/voices.ts'
import { land, makeProgram } from '#test/cases/make.ts'
import { inboundOf, readAll, report } from '#test/loop/replies.ts'
import type { UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

const { secret, resend } = await vi.hoisted(async () => {
  const { provider } = await import('#test/loop/receiving.ts')
  const secret = `whsec_${Buffer.from('a webhook secret of the tests').toString('base64')}`
  const resend = await provider('re_test')
  const set = { RESEND_WEBHOOK_SECRET: secret, RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url, MAIL_TRANSPORT: 'mailbox', MAIL_REPLY_DOMAIN: 'reply.sora.test' } // prettier-ignore
  Object.assign(process.env, set)
  return { secret, resend }
})
afterAll(() => resend.close())

let w: World
let ken: UserRow
let caseId: string
let address: string
let n = 0
beforeEach(async () => {
  w = await world()
  ken = await w.user({ name: 'Ken', roles: ['csm'], email: 'ken@sora.test' })
  const account = await w.account({ ownerId: ken.id })
  const program = await makeProgram(w)
  for (const name of ['ann', 'bob']) {
    const contact = await w.contact({ accountId: account.id, email: `${name}@aoi.test` })
    ;({ caseId } = await land(w, program, contact, ken.id))
  }
  address = ownReplyAddress(w.ctx(), { kind: 'case', id: caseId })!
})

async function receive(over: object, read = () => readAll(w)) {
  const id = `own_${++n}`
  const mail = {
    from: 'Ken <KEN@sora.test>',
    to: ['ann@aoi.test', address],
    subject: 'Sorry',
    text: 'We are sorry, Ann.',
    message_id: `<${id}@sora.test>`,
    ...over,
  }
  resend.mails.set(id, mail)
  await report(w, secret, id, mail)
  await read()
}
const entries = () => w.store.db.select().from(caseEntries)
const state = async () => (await w.store.db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state
const waiting = async () => (await w.store.db.select().from(casePeople)).filter((one) => one.state === 'waiting').length
const untouched = async () =>
  expect({ state: await state(), waiting: await waiting() }).toEqual({ state: 'new', waiting: 2 })

test('what a colleague writes in their own mail program is filed as theirs and stops the clock of who it went to', async () => {
  expect(address).toBe(replyAddress(w.keys, { kind: 'case', id: caseId }, 'reply.sora.test'))
  await receive({})
  expect(await entries()).toMatchObject([{ kind: 'mail_out', authorId: ken.id, text: 'We are sorry, Ann.' }])
  expect(await w.store.db.select().from(caseMails)).toMatchObject([{ subject: 'Sorry', messageId: null }])
  expect({ state: await state(), waiting: await waiting() }).toEqual({ state: 'contacted', waiting: 1 }) // Bob waits on
  expect(await w.store.db.select().from(voices)).toEqual([])
  expect(await inboundOf(w)).toMatchObject([{ state: 'taken', text: null }])
})

test('the same mail twice is filed once', async () => {
  await receive({ message_id: '<same@sora.test>' })
  await receive({ message_id: '<same@sora.test>' })
  expect(await entries()).toHaveLength(1)
})

test('one mail that two workers read at once is filed once', async () => {
  await receive({}, async () => void (await Promise.all([readAll(w), readAll(w), readAll(w)])))
  expect(await entries()).toHaveLength(1)
  expect(await w.store.db.select().from(caseMails)).toHaveLength(1)
})

test('a mail to a colleague with the case in copy is a note, and one to a customer too is for that customer alone', async () => {
  await w.user({ roles: ['csm'], email: 'mei@sora.test' })
  await receive({ to: ['Mei <MEI@sora.test>', `Koe <${address}>`], text: 'Mei, can you look?' })
  expect(await entries()).toMatchObject([{ kind: 'note', authorId: ken.id }])
  await untouched()
  await receive({ to: ['mei@sora.test', 'ann@aoi.test', address] })
  expect(await waiting()).toBe(1)
})

test('an address that only looks like ours is a customer’s', async () => {
  await receive({ to: ['reply+desk@aoi.test', address] })
  expect(await entries()).toMatchObject([{ kind: 'mail_out' }])
  expect(await waiting()).toBe(0)
})

test('a long mail is cut with a mark', async () => {
  await receive({ text: 'long words '.repeat(1_500) })
  const [entry] = await entries()
  expect(entry!.text.length).toBeLessThanOrEqual(maxEntry)
  expect(entry!.text.endsWith(' […]')).toBe(true)
})

test('what was filed to a person, or is called after them, goes when they are erased', async () => {
  await receive({ text: 'We are sorry.' })
  await receive({ to: ['bob@aoi.test', address], subject: 'FW: ann@aoi.test', text: 'As agreed.' })
  await receive({ to: ['bob@aoi.test', address], subject: 'Plan', text: 'For you.' })
  const [mail] = await w.store.db.select().from(caseMails)
  const [ann] = await w.store.db.select().from(contacts).where(eq(contacts.emailKey, 'ann@aoi.test'))
  expect(mail!.contactId).toBe(ann!.id)
  await eraseContact(w.ctx(), { contactId: ann!.id })
  expect((await entries()).map(({ text }) => text).sort()).toEqual(['', '', 'For you.'])
  expect((await w.store.db.select().from(caseMails)).map(({ subject }) => subject).sort()).toEqual(['', '', 'Plan'])
})

test('a mail to nobody but the case is a note, and an automatic one is nothing', async () => {
  await receive({ to: [address], text: 'They called me on Friday.' })
  expect(await entries()).toMatchObject([{ kind: 'note', authorId: ken.id }])
  await receive({ headers: { 'Auto-Submitted': 'auto-replied' } })
  expect(await entries()).toHaveLength(1)
  await untouched()
})

test('who seems to be a colleague and is not, by the word of the provider, is whoever else', async () => {
  await receive({ headers: { 'Authentication-Results': 'mx.test; spf=fail; dmarc=fail' } })
  expect((await entries()).filter(({ kind }) => kind === 'mail_out')).toEqual([])
  expect(await w.store.db.select().from(voices)).toMatchObject([{ sender: 'KEN@sora.test' }])
  await untouched()
})

test('a colleague who may not work the case, or has left, files nothing', async () => {
  await w.user({ roles: ['csm'], email: 'mei@sora.test' })
  await receive({ from: 'mei@sora.test' })
  expect(await inboundOf(w)).toMatchObject([{ state: 'unmatched', text: 'We are sorry, Ann.' }])
  await w.user({ roles: ['admin'], email: 'gone@sora.test', state: 'ended' })
  await receive({ from: 'gone@sora.test' })
  expect((await entries()).filter(({ kind }) => kind === 'mail_out')).toEqual([])
  await untouched()
})

test('a customer’s reply to the same address is theirs as before', async () => {
  await receive({ from: 'ann@aoi.test', to: [address], text: 'Thank you' })
  expect(await entries()).toMatchObject([{ kind: 'mail_in', text: 'Thank you' }])
})
