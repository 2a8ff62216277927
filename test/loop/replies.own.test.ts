import { afterAll, describe, expect, test, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { renderReplyMail } from '#app/cases/render-reply-mail.server.ts'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { replyAddress } from '#app/email/reply-address.ts'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { readInbound } from '#app/loop/read-inbound.server.ts'
import { DAY } from '#app/platform/day.ts'
import { getVoice } from '#app/voices/list-voices.server.ts'
import { events } from '#db/schema/audit.ts'
import { caseEntries, cases } from '#db/schema/cases.ts'
import { inboundMails, messages } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { responses } from '#db/schema/responses.ts'
import { voices } from '#db/schema/voices.ts'
import { makeResponse } from '#test/cases/make.ts'
import { runJob } from '#test/delivery/make.ts'
import { inboundOf, invited, readAll, report } from '#test/loop/replies.ts'
import { world, type World } from '#test/world.ts'

const { secret, resend } = await vi.hoisted(async () => {
  const { provider } = await import('#test/loop/receiving.ts')
  const secret = `whsec_${Buffer.from('a webhook secret of the tests').toString('base64')}`
  const resend = await provider('re_test')
  const set = { RESEND_WEBHOOK_SECRET: secret, RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url, MAIL_TRANSPORT: 'mailbox' } // prettier-ignore
  Object.assign(process.env, set)
  return { secret, resend }
})
afterAll(() => resend.close())

const voicesOf = (w: World) => w.store.db.select().from(voices)
const quoted = '\n\nOn Mon, Mar 2, 2026 at 10:00 AM Sora <x@y.test> wrote:\n> How likely are you to recommend us?'

/** Takes a mail in by the webhook and reads it. */
async function receive(w: World, id: string, mail: Parameters<typeof report>[3]) {
  resend.mails.set(id, mail)
  const said = await report(w, secret, id, mail)
  await readAll(w)
  return said
}

describe('a survey that is answered by replying to its mail', () => {
  test('is read, shown with who said it, told to the owner, and makes no score', async () => {
    const w = await world()
    const { owner, account, contact, invitation, address } = await invited(w)
    const before = await getOverview(w.ctx())
    const text = `9 – great, thank you${quoted}`
    const mail = { from: `Hana <${contact.email!.toUpperCase()}>`, to: [address.toUpperCase()], subject: 'Re: How?', text, message_id: '<1@kumo.test>' } // prettier-ignore
    expect(await receive(w, 'in_1', mail)).toBe('200 taken')
    const [voice] = await voicesOf(w)
    expect(voice).toMatchObject({
      source: 'reply',
      channel: 'mail',
      accountId: account.id,
      contactId: contact.id,
      invitationId: invitation.id,
      sender: null,
      heardBy: null,
      text: '9 – great, thank you',
      whole: text,
      feeling: null,
      caseId: null,
    })
    expect(await w.store.db.select().from(responses)).toEqual([])
    expect(await getOverview(w.ctx())).toEqual(before)
    expect(await inboundOf(w)).toMatchObject([{ state: 'taken', text: null }]) // the words stand once
    const mails = await w.store.db.select().from(messages)
    expect(mails).toMatchObject([{ toEmail: owner.email, template: 'cases.replied', stream: 'staff' }])
    const rendered = await renderReplyMail(w.system(), mails[0]!)
    expect(rendered).toMatchObject({ subject: 'Kumo Works replied by mail' })
    expect(rendered.text).toContain('> 9 – great, thank you')
    expect(rendered.text).toContain(`/voices/${voice!.id}`)
    const [event] = await w.store.db.select().from(events).where(eq(events.type, 'voices.replied'))
    expect(event).toMatchObject({ actorKind: 'contact', actorId: contact.id, accountId: account.id })
    expect(JSON.stringify(event!.data)).not.toContain('great')
  })

  test('becomes one voice, however often and at how many doors at once it comes', async () => {
    const w = await world()
    const { contact, address } = await invited(w)
    const mail = { from: contact.email!, to: [address], subject: 'Re', text: 'Once', message_id: '<2@kumo.test>' }
    for (const id of ['in_2', 'in_2b']) resend.mails.set(id, mail)
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, i) => report(w, secret, i % 2 ? 'in_2' : 'in_2b', mail, `evt_${i % 5}`)),
    )
    expect(said.every((one) => one.startsWith('200 '))).toBe(true)
    const [job, ...more] = await w.store.db.select().from(jobs).where(eq(jobs.kind, 'loop.read-inbound'))
    expect(more).toEqual([])
    await Promise.all(Array.from({ length: 5 }, () => runJob(w.system(), readInbound, job!.payload)))
    await readAll(w)
    await readAll(w)
    expect(await voicesOf(w)).toHaveLength(1)
    expect(await w.store.db.select().from(messages)).toHaveLength(1)
    expect(await w.store.db.select().from(events).where(eq(events.type, 'voices.replied'))).toHaveLength(1)
  })

  test('is fetched again until the provider has it, and nothing is half done before', async () => {
    const w = await world()
    const { contact, address } = await invited(w)
    const mail = { from: contact.email!, to: [address], subject: 'Re', text: 'Late', message_id: '<3@kumo.test>' }
    await report(w, secret, 'in_3', mail)
    await expect(readAll(w)).rejects.toThrow('not_found')
    expect(await inboundOf(w)).toMatchObject([{ state: 'waiting', sender: contact.email, subject: 'Re' }])
    expect(await voicesOf(w)).toEqual([])
    resend.mails.set('in_3', mail)
    await readAll(w)
    expect(await voicesOf(w)).toMatchObject([{ text: 'Late' }])
  })

  test('lands on the open case of its account once, which then waits for us again', async () => {
    const w = await world()
    const { owner, account, contact, program, address } = await invited(w)
    const response = await makeResponse(w, program, { contact, score: 2 })
    const subject = {
      account: { id: account.id, ownerId: owner.id },
      contactId: contact.id,
      severity: 'normal' as const,
    }
    const { caseId } = await write(w.system(), (ctx) => openOrJoinCase(ctx, { response, ...subject }))
    const set = (state: 'waiting' | 'resolved' | 'closed') =>
      w.store.write(async (tx) =>
        tx
          .update(cases)
          .set({ state, rankAt: w.now() + 30 * DAY })
          .where(eq(cases.id, caseId)),
      )
    await set('waiting')
    const mail = { from: contact.email!, to: [address], subject: 'Re', text: `まだ直っていません${quoted}`, message_id: '<4@kumo.test>' } // prettier-ignore
    await receive(w, 'in_4', mail)
    await receive(w, 'in_4', mail)
    const entries = await w.store.db.select().from(caseEntries)
    expect(entries).toMatchObject([{ caseId, kind: 'mail_in', text: 'まだ直っていません', authorId: contact.id }])
    expect(await voicesOf(w)).toMatchObject([{ caseId }])
    const shown = await getCase(w.ctx(owner.actor), caseId)
    expect(shown.case.state).toBe('working')
    expect(shown.case.rankAt).toBeLessThan(w.now() + 3 * DAY) // it comes up in the queue again
    expect(shown.timeline.filter((one) => one.what === 'entry')).toMatchObject([{ kind: 'mail_in', actor: '森 花' }])
    expect((await w.store.db.select().from(messages).where(eq(messages.template, 'cases.replied')))[0]!.userId).toBe(owner.id) // prettier-ignore
    await set('resolved')
    await receive(w, 'in_4b', { ...mail, text: 'Thank you', message_id: '<4b@kumo.test>' })
    expect((await getCase(w.ctx(owner.actor), caseId)).case.state).toBe('resolved') // thanks reopen nothing
    await set('closed')
    await receive(w, 'in_4c', { ...mail, text: 'Later', message_id: '<4c@kumo.test>' })
    expect((await voicesOf(w)).filter((one) => one.caseId === null)).toMatchObject([{ text: 'Later' }])
  })

  test('answers a mail of a case by that case’s own address', async () => {
    const w = await world()
    const { owner, account, contact, program } = await invited(w)
    const response = await makeResponse(w, program, { contact, score: 2 })
    const subject = {
      account: { id: account.id, ownerId: owner.id },
      contactId: contact.id,
      severity: 'normal' as const,
    }
    const { caseId } = await write(w.system(), (ctx) => openOrJoinCase(ctx, { response, ...subject }))
    const to = [replyAddress(w.keys, { kind: 'case', id: caseId }, 'reply.sora.test')!]
    await receive(w, 'in_5', { from: contact.email!, to, subject: 'Re', text: 'Good', message_id: '<5@kumo.test>' })
    expect(await voicesOf(w)).toMatchObject([{ caseId, contactId: contact.id, accountId: account.id }])
  })

  test('from another address is shown with it, and is not put into the mouth of who was asked', async () => {
    const w = await world()
    const { owner, account, contact, invitation, address } = await invited(w)
    const from = '"Boss\r\nBcc: x" <boss@elsewhere.test>'
    await receive(w, 'in_6', { from, to: [address], subject: 'Fwd', text: 'I disagree', message_id: '<6@x.test>' })
    const [voice] = await voicesOf(w)
    expect(voice).toMatchObject({ accountId: account.id, contactId: null, invitationId: invitation.id, sender: 'boss@elsewhere.test' }) // prettier-ignore
    expect(await getVoice(w.ctx(owner.actor), voice!.id)).toMatchObject({ sender: 'boss@elsewhere.test', asked: { id: contact.id, name: '森 花' } }) // prettier-ignore
    const viewer = await w.user({ roles: ['viewer'] })
    expect(await getVoice(w.ctx(viewer.actor), voice!.id)).toMatchObject({ sender: null, whole: null, asked: null, hidden: true }) // prettier-ignore
    const [mail] = await w.store.db.select().from(messages)
    expect((await renderReplyMail(w.system(), mail!)).text).toContain('boss@elsewhere.test')
  })
})

describe('a mail that is nobody’s voice', () => {
  test.each([
    ['auto_reply', { headers: { 'Auto-Submitted': 'auto-replied' }, text: 'I am away' }],
    ['bounce', { from: 'MAILER-DAEMON@mx.test', text: 'Undeliverable' }],
    ['empty', { text: quoted }],
  ] as const)('%s: is kept and marked, and answered by nobody', async (state, over) => {
    const w = await world()
    const { contact, address } = await invited(w)
    await receive(w, `in_${state}`, { from: contact.email!, to: [address], subject: 'Re', message_id: `<${state}@x.test>`, ...over }) // prettier-ignore
    expect(await voicesOf(w)).toEqual([])
    expect(await w.store.db.select().from(messages)).toEqual([])
    const [row] = await inboundOf(w)
    expect(row).toMatchObject({ state, refKind: 'invitation' })
    expect(row!.text).toBe(over.text.trim())
  })

  test('an altered or unknown address, a test, an erased person: set aside with its words, attached to nobody', async () => {
    const w = await world()
    const test = await invited(w, { isTest: true })
    const erased = await invited(w, { contact: { state: 'erased', email: null, emailKey: null } })
    const good = await invited(w)
    const survey = invitationToken(w.keys, good.invitation)
    const tos = [
      good.address.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@')),
      'sales@reply.sora.test',
      `reply+${survey}@reply.sora.test`, // a link's token is no address
      test.address,
      erased.address,
    ]
    for (const [i, to] of tos.entries())
      await receive(w, `un_${i}`, { from: good.contact.email!, to: [to], subject: 's', text: 'Words', message_id: `<un${i}@x.test>` }) // prettier-ignore
    expect(await voicesOf(w)).toEqual([])
    const kept = await inboundOf(w)
    expect(kept).toHaveLength(tos.length)
    for (const row of kept) expect(row).toMatchObject({ state: 'unmatched', text: 'Words', sender: good.contact.email })
  })

  test('NUL, direction marks, markup and lone surrogates are words or nothing, on either engine', async () => {
    const w = await world()
    const { contact, address } = await invited(w)
    await receive(w, 'in_bad', { from: contact.email!, to: [address], subject: 'a\u0000\r\nBcc: b', html: '<p>&lt;b&gt;x&lt;/b&gt;\u0000\u202e\ud800</p><script>1</script>', text: null, message_id: '<bad\u0000@x.test>' }) // prettier-ignore
    expect(await voicesOf(w)).toMatchObject([{ text: '<b>x</b>\ufffd' }])
    expect((await inboundOf(w))[0]!.subject).toBe('a Bcc: b')
  })

  test('mail without a Message-ID is told apart by the provider’s own id', async () => {
    const w = await world()
    const { contact, address } = await invited(w)
    const mail = { from: contact.email!, to: [address], subject: 's', text: 'x' }
    await receive(w, 'no_1', mail)
    await receive(w, 'no_1', mail)
    await receive(w, 'no_2', mail)
    expect((await w.store.db.select().from(inboundMails)).map((row) => row.key).toSorted()).toEqual(['ext:no_1', 'ext:no_2']) // prettier-ignore
  })
})
