import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { editQuote } from '#app/advocacy/quotes/edit-quote.server.ts'
import { guardQuote } from '#app/advocacy/quotes/guard-quote.server.ts'
import { getQuote } from '#app/advocacy/quotes/get-quote.server.ts'
import { renderQuoteMail } from '#app/advocacy/quotes/render-quote-mail.server.tsx'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import { reasonWords } from '#app/email/words.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { mailStreams } from '#app/mails.server.ts'
import { quoteBlocks } from '#db/enums/advocacy-quotes.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { cases } from '#db/schema/cases.ts'
import { messages } from '#db/schema/email.ts'
import { drafted, linkOf, open, praise, press, rowOf, step } from '#test/advocacy/quoting.ts'
import { give } from '#test/loop/merging.ts'
import { holder } from '#test/jobs/make.ts'
import { insert } from '#test/make.ts'
import { makeInvitation, makeProgram } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof drafted>>
beforeEach(async () => {
  w = await world()
  one = await drafted(w)
})

const mail = async () => (await w.store.db.select().from(messages)).at(-1)!
const guard = async () => {
  const message = await mail()
  return w.store.write((tx) => guardQuote({ ...w.system(), tx }, message))
}
const setContact = (set: Partial<typeof contacts.$inferInsert>) =>
  w.store.write((tx) => tx.update(contacts).set(set).where(eq(contacts.id, one.contact.id)))
const off = (scope: string) =>
  setPreference(w.ctx(), { contactId: one.contact.id, scope, choice: 'off', source: 'staff' })
const hold = (subjectKey: string, until: number | null = null) =>
  insert(w.store, holds, { id: `hld_${subjectKey}`, subjectKey, reason: 'manual', refId: 'x', at: w.now(), until })
/** A colleague of the same account is unhappy, and was heard out of the way of every hold. */
async function openCase() {
  const invitation = await makeInvitation(w, await makeProgram(w), await w.contact({ accountId: one.account.id }))
  await give(w, invitation, 2, 'Bad.')
  await w.store.write((tx) => tx.delete(holds))
}

const ways: [string, (typeof quoteBlocks)[number], () => Promise<unknown>][] = [
  ['is erased', 'erased', () => setContact({ state: 'erased' })],
  ['has left', 'left', () => setContact({ state: 'left' })],
  ['has no address', 'no_email', () => setContact({ email: null, emailKey: null })],
  ['agrees no longer', 'no_consent', () => w.store.write((tx) => tx.update(consents).set({ state: 'withdrawn' }))],
  ['agreed until now', 'no_consent', () => w.store.write((tx) => tx.update(consents).set({ expiresAt: w.now() }))],
  ['wants nothing', 'unsubscribed', () => off('all')],
  ['wants no asks', 'unsubscribed', () => off('asks')],
  ['is held back', 'held', () => hold(`con:${one.contact.id}`)],
  ['is of an account that is held back', 'held', () => hold(`acc:${one.account.id}`)],
  ['is of an account with an open case', 'case_open', openCase],
]

describe('the mail that asks for approval', () => {
  it.each(ways)('is neither written nor handed over when the person %s', async (_, why, come) => {
    await step(w, one.id, 'send')
    expect(await guard()).toBe(null)
    await come()
    expect(await guard()).toBe(why)
    await w.store.write((tx) => tx.update(messages).set({ state: 'queued' }))
    await claimMessages(w.system(), holder('h'), mailStreams, 10)
    expect(await mail()).toMatchObject({ state: 'stopped', stopReason: why })
    // Nobody waits for what was never asked: it is a draft again, and says why.
    expect(await rowOf(w, one.id)).toMatchObject({ state: 'draft', fault: why })
    await expect(step(w, one.id, 'send')).rejects.toMatchObject({ status: 409, code: `quote_block_${why}` })
  })

  it('leaves though a hold is over, a case is closed, or surveys of one program are unwanted', async () => {
    await hold(`con:${one.contact.id}`, w.now())
    await openCase()
    await w.store.write((tx) => tx.update(cases).set({ state: 'closed' }))
    await off(`program:prg_1`)
    await step(w, one.id, 'send')
    expect(await guard()).toBe(null)
  })

  it('is stopped once the quote is edited, answered or sent again', async () => {
    await step(w, one.id, 'send')
    const first = await mail()
    const { lockVersion } = await rowOf(w, one.id)
    await editQuote(w.ctx(), { id: one.id, lockVersion, text: 'Other', name: true })
    const of = (message: typeof first) => w.store.write((tx) => guardQuote({ ...w.system(), tx }, message))
    expect(await of(first)).toBe('quote_changed')
    await step(w, one.id, 'send')
    expect([await of(first), await guard()]).toEqual(['quote_changed', null])
    await press(w, await linkOf(w, one.id), 'decline')
    expect(await guard()).toBe('quote_changed')
  })

  it('to a suppressed address, or one that nobody has, gives the draft back; a late bounce of an older one does not', async () => {
    await step(w, one.id, 'send')
    const first = await mail()
    await suppressAddress(w.system(), { email: one.contact.email!, reason: 'bounce', source: 'test' })
    await claimMessages(w.system(), holder('h'), mailStreams, 10)
    expect(await rowOf(w, one.id)).toMatchObject({ state: 'draft', fault: 'suppressed' })
    expect((await getQuote(w.ctx(), one.id)).fault).toBe('suppressed')
    await step(w, one.id, 'send')
    expect(await rowOf(w, one.id)).toMatchObject({ state: 'sent', fault: null, generation: 2 })
    await w.store.write((tx) => mailStreams.ask!.settled!({ ...w.system(), tx }, first, 'bounced'))
    expect((await rowOf(w, one.id)).state).toBe('sent')
  })

  it('shows exactly what would be published, with a link that opens the customer’s page', async () => {
    const hostile = '<img src=x onerror=alert(1)> & "kind"\nSecond line'
    await editQuote(w.ctx(), { id: one.id, lockVersion: 0, text: hostile, name: true, rewarded: true })
    await step(w, one.id, 'send')
    const { html, text, subject } = await renderQuoteMail(w.system(), await mail())
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toContain('Controller')
    expect(text).toContain('> Second line\n> Mia Moor\n> Received a thank-you gift')
    expect(subject).toBe('Sora: may we publish your words?')
    const [, token] = /\/q\/([\w.:%-]+)/.exec(text)!
    expect((await open(w, token!)).status).toBe(200)
    await setContact({ language: 'ja' })
    const japanese = await renderQuoteMail(w.system(), await mail())
    expect(japanese.text).toContain('Mia Moor 様')
    expect(japanese.html).toContain('lang="ja"')
  })
})

it('every reason stands in plain words beside the mail that was stopped', () => {
  for (const why of [...quoteBlocks, 'quote_changed']) expect(reasonWords[why], why).toBeDefined()
})

it('mail of the stream that is not about a quote is none of this guard’s business', async () => {
  await step(w, one.id, 'send')
  const message = { ...(await mail()), template: 'another' }
  expect(await w.store.write((tx) => guardQuote({ ...w.system(), tx }, message))).toBe(null)
  expect((await rowOf(w, one.id)).original).toBe(praise)
})
