import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { giveConsents } from '#app/advocacy/give-consents.server.ts'
import { listConsents } from '#app/advocacy/list-consents.server.ts'
import { answerQuote } from '#app/advocacy/quotes/answer-quote.server.ts'
import { editQuote } from '#app/advocacy/quotes/edit-quote.server.ts'
import { getQuote } from '#app/advocacy/quotes/get-quote.server.ts'
import { listQuotes } from '#app/advocacy/quotes/list-quotes.server.ts'
import { makeQuote } from '#app/advocacy/quotes/make-quote.server.ts'
import { editProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import { withdrawConsent } from '#app/advocacy/withdraw-consent.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { withdrawAnswer } from '#app/loop/withdraw-answer.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { quoteStates } from '#db/enums/advocacy-quotes.ts'
import { consents } from '#db/schema/advocacy.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { events } from '#db/schema/audit.ts'
import { messages } from '#db/schema/email.ts'
import { responses } from '#db/schema/responses.ts'
import { drafted, formOf, linkOf, openProof, post, praise, praised, press, proof, published, rowOf, shownIn, step } from '#test/advocacy/quoting.ts' // prettier-ignore
import { merge } from '#test/loop/merging.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})

const all = { name: true, title: true, company: true }
const edit = async (id: string, text: string, over = {}) =>
  editQuote(w.ctx(), { id, lockVersion: (await rowOf(w, id)).lockVersion, text, ...all, ...over })
const typesOf = async () =>
  (await w.store.db.select().from(events)).map((row) => row.type).filter((type) => type.startsWith('advocacy.quote'))

describe('the life of a quote', () => {
  it('goes from a comment over the customer’s approval into the public, to the letter, and leaves an event of each step', async () => {
    await openProof(w)
    const { id, contact, account } = await drafted(w)
    expect(await rowOf(w, id)).toMatchObject({ state: 'draft', original: praise, text: praise, byline: null })
    const text = 'Our month end takes a day less.\n“Quick” & <b>kind</b>'
    await edit(id, text, { title: false })
    await step(w, id, 'send')
    expect(await rowOf(w, id)).toMatchObject({
      state: 'sent',
      generation: 1,
      byline: { name: 'Mia Moor', title: 'Controller', company: account.name },
    })
    // A new title, say, is not what the customer was shown.
    await w.store.write((tx) => tx.update(contacts).set({ name: 'Mia Other' }).where(eq(contacts.id, contact.id)))
    expect((await press(w, await linkOf(w, id), 'approve')).status).toBe(303)
    expect(await shownIn(w, 'month end')).toBe(0)
    await step(w, id, 'publish')
    const { quotes: shown } = JSON.parse((await proof(w).json()).text) as { quotes: unknown[] }
    const attribution = { name: 'Mia Moor', title: null, company: account.name }
    expect(shown).toEqual([{ id, text, language: 'en', attribution, logo: null, rewarded: false, label: null }])
    await step(w, id, 'unpublish')
    expect(await shownIn(w, 'month end')).toBe(0)
    await step(w, id, 'publish')
    expect(await typesOf()).toEqual(
      ['made', 'edited', 'sent', 'approved', 'published', 'unpublished', 'published'].map(
        (what) => `advocacy.quote_${what}`,
      ),
    )
  })

  it('is drafted only of a happy answer with words, of somebody who agrees, and once at a time', async () => {
    const { invitation, contact } = await invited(w)
    await recordAnswer(customer(w), answerTo(w, invitation, 10, { comment: 'Good.' }))
    const [plain] = await w.store.db.select().from(responses)
    const make = (responseId: string) => makeQuote(w.ctx(), { responseId })
    await expect(make(plain!.id)).rejects.toMatchObject({ status: 409, code: 'quote_block_no_consent' })
    await expect(make('rsp_gone')).rejects.toMatchObject({ status: 404 })
    await giveConsents(customer(w), { invitationId: invitation.id, language: 'en', give: ['quote'], takeBack: [] })
    const [one, two] = await Promise.all([make(plain!.id), make(plain!.id)])
    expect(two).toEqual(one)
    await w.store.write((tx) => tx.update(responses).set({ comment: ' \u0007 ' }))
    await expect(make(plain!.id)).rejects.toMatchObject({ status: 409, code: 'quote_nothing' })
    await w.store.write((tx) => tx.update(responses).set({ comment: 'Good.', class: 'mid' }))
    await expect(make(plain!.id)).rejects.toMatchObject({ status: 409, code: 'quote_nothing' })
    await w.store.write((tx) => tx.update(responses).set({ class: 'high', keptFrom: w.admin.id }))
    await expect(make(plain!.id)).rejects.toMatchObject({ status: 404 })
    await expect(getQuote(w.ctx(), one.id)).rejects.toMatchObject({ status: 404 })
    await expect(edit(one.id, 'x')).rejects.toMatchObject({ status: 404 })
    expect((await listQuotes(w.ctx())).quotes).toEqual([])
    const other = await w.user({ roles: ['marketer'] })
    expect((await listQuotes(w.ctx(other.actor))).quotes).toMatchObject([{ id: one.id, contactId: contact.id }])
  })

  it('a later edit takes it out of the public and needs approval anew, and the old link approves no longer', async () => {
    await openProof(w)
    const { id } = await published(w)
    const link = await linkOf(w, id)
    expect(await shownIn(w, 'They answer at once')).toBe(3)
    await edit(id, 'They are the best.')
    expect(await shownIn(w, 'They a')).toBe(0)
    await expect(step(w, id, 'publish')).rejects.toMatchObject({ status: 409, code: 'quote_state' })
    expect((await press(w, link, 'approve', { text: praise })).status).toBe(409)
    await step(w, id, 'send')
    expect((await press(w, link, 'approve', { text: praise })).status).toBe(409)
    expect((await rowOf(w, id)).state).toBe('sent')
    await press(w, await linkOf(w, id), 'approve')
    await step(w, id, 'publish')
    expect(await shownIn(w, 'They are the best.')).toBe(3)
  })

  it('of an edit and an approval at the same moment one wins, and the other is told', async () => {
    const { id, contact } = await drafted(w)
    await step(w, id, 'send')
    const { lockVersion } = await rowOf(w, id)
    const approve = answerQuote(w.ctx({ kind: 'contact', id: contact.id }), { verb: 'approve', id, generation: 1, lockVersion, text: praise, ...all }) // prettier-ignore
    const ends = await Promise.allSettled([approve, edit(id, 'Other words')])
    expect(ends.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = ends.find((one) => one.status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ status: 409, code: 'quote_changed' })
    const { state, text } = await rowOf(w, id)
    expect([['approved', praise], ['draft', 'Other words']]).toContainEqual([state, text]) // prettier-ignore
  })

  it('every move that the state does not allow is refused as a conflict, and changes nothing', async () => {
    const may: Record<string, string[]> = {
      draft: ['send', 'remove'],
      sent: [],
      approved: ['publish'],
      published: ['unpublish', 'up', 'down'],
      declined: ['remove'],
      withdrawn: [],
    }
    const { id } = await drafted(w)
    for (const state of quoteStates)
      for (const verb of ['send', 'publish', 'unpublish', 'up', 'down', 'remove'] as const) {
        if (may[state]!.includes(verb)) continue
        await w.store.write((tx) => tx.update(quotes).set({ state }))
        const before = await rowOf(w, id)
        await expect(step(w, id, verb), `${state} ${verb}`).rejects.toMatchObject({ status: 409, code: 'quote_state' })
        expect(await rowOf(w, id)).toEqual(before)
      }
    await w.store.write((tx) => tx.update(quotes).set({ state: 'withdrawn' }))
    await expect(edit(id, 'x')).rejects.toMatchObject({ status: 409, code: 'quote_state' })
  })

  it('a draft that is not wanted can be deleted; a request that is taken back leaves no mail waiting', async () => {
    const { id } = await drafted(w)
    await step(w, id, 'send')
    await edit(id, 'Shorter.')
    expect(await w.store.db.select().from(messages)).toMatchObject([{ state: 'cancelled', stream: 'ask' }])
    await step(w, id, 'remove')
    expect(await w.store.db.select().from(quotes)).toEqual([])
  })

  it('what is published stands in the order that staff give it', async () => {
    await openProof(w)
    const ids = [await published(w, 'One'), await published(w, 'Two'), await published(w, 'Three')].map(({ id }) => id)
    const order = async () =>
      (JSON.parse((await proof(w).json()).text) as { quotes: { text: string }[] }).quotes.map((one) => one.text)
    expect(await order()).toEqual(['Three', 'Two', 'One'])
    await step(w, ids[0]!, 'up')
    expect(await order()).toEqual(['Three', 'One', 'Two'])
    await step(w, ids[2]!, 'up') // the first stays first
    await step(w, ids[2]!, 'down')
    expect(await order()).toEqual(['One', 'Three', 'Two'])
    expect((await listQuotes(w.ctx(), { state: 'published' })).quotes.map((one) => one.text)).toEqual(await order())
  })
})

describe('what is taken back is gone from page, block and JSON on the next request', () => {
  it('when a colleague notes that the consent is withdrawn', async () => {
    await openProof(w)
    const { id, contact } = await published(w)
    expect(await shownIn(w, 'They answer')).toBe(3)
    await withdrawConsent(w.ctx(), { contactId: contact.id, kind: 'quote' })
    expect(await shownIn(w, 'They answer')).toBe(0)
    expect(await rowOf(w, id)).toMatchObject({ state: 'withdrawn', publishedAt: null, withdrawnAt: w.now() })
  })

  it('when the person unticks it on the page after the answer, or takes the answer back', async () => {
    await openProof(w)
    const one = await published(w, 'Alpha words')
    const two = await published(w, 'Beta words')
    await giveConsents(customer(w), { invitationId: one.invitation.id, language: 'en', give: [], takeBack: ['quote'] })
    expect([await shownIn(w, 'Alpha'), await shownIn(w, 'Beta')]).toEqual([0, 3])
    w.clock.advance(60_000)
    await withdrawAnswer(customer(w), { invitationId: two.invitation.id, gen: two.invitation.gen, askedAt: w.now() - 5_000 }) // prettier-ignore
    expect(await shownIn(w, 'Beta')).toBe(0)
    expect((await rowOf(w, two.id)).state).toBe('withdrawn')
  })

  it('when the customer takes it back by their link, also by an old one; the consent stays unless they end it too', async () => {
    await openProof(w)
    const { id, contact } = await published(w)
    const old = await linkOf(w, id)
    await edit(id, 'Newer words')
    await step(w, id, 'send')
    await press(w, await linkOf(w, id), 'approve')
    await step(w, id, 'publish')
    expect(await shownIn(w, 'Newer')).toBe(3)
    const form = { ...(await formOf(w, old)), act: 'withdraw' }
    expect((await post(w, old, form)).status).toBe(303)
    expect(await shownIn(w, 'Newer')).toBe(0)
    expect((await post(w, old, form)).status).toBe(303) // pressed twice: it is taken back
    expect((await listConsents(w.ctx(), contact.id))[0]!.state).toBe('given')
    const other = await published(w, 'Gamma words')
    await press(w, await linkOf(w, other.id), 'withdraw', { stop: 'on' })
    expect((await listConsents(w.ctx(), other.contact.id))[0]!.state).toBe('withdrawn')
    expect(await shownIn(w, 'Gamma')).toBe(0)
  })

  it('when the person is erased, of whose quotes nothing is left', async () => {
    await openProof(w)
    const { id, contact } = await published(w)
    await eraseContact(w.ctx(), { contactId: contact.id })
    expect(await shownIn(w, 'They answer')).toBe(0)
    expect(await w.store.db.select().from(quotes).where(eq(quotes.id, id))).toEqual([])
    expect(await typesOf()).toContain('advocacy.quote_withdrawn')
  })

  it('a consent that has expired shows nothing, though nobody ended it', async () => {
    await openProof(w)
    await published(w)
    await w.store.write((tx) => tx.update(consents).set({ expiresAt: w.now() + 1_000 }))
    expect(await shownIn(w, 'They answer')).toBe(3)
    w.clock.advance(1_000)
    expect(await shownIn(w, 'They answer')).toBe(0)
  })
})

describe('merging', () => {
  it('quotes of a person and an account follow them and stay in public', async () => {
    await openProof(w)
    const { id, contact, account } = await published(w)
    const [into, home] = [await w.contact({ accountId: account.id }), await w.account({ ownerId: account.ownerId })]
    await merge(w, 'contact', contact.id, into.id)
    await merge(w, 'account', account.id, home.id)
    expect(await rowOf(w, id)).toMatchObject({ contactId: into.id, accountId: home.id, state: 'published' })
    expect(await shownIn(w, 'They answer')).toBe(3)
    await press(w, await linkOf(w, id), 'withdraw')
    expect(await shownIn(w, 'They answer')).toBe(0)
  })
})

describe('permission', () => {
  it('only who edits advocates may make, edit or publish, only an admin opens the pages, and only its customer answers', async () => {
    const { id, contact, responseId } = await praisedDraft()
    const { lockVersion } = await rowOf(w, id)
    for (const role of ['csm', 'viewer'] as const) {
      const ctx = w.ctx((await w.user({ roles: [role] })).actor)
      await expect(makeQuote(ctx, { responseId })).rejects.toMatchObject({ status: 403 })
      await expect(editQuote(ctx, { id, lockVersion, text: 'x' })).rejects.toMatchObject({ status: 403 })
      await expect(step(w, id, 'send', ctx)).rejects.toMatchObject({ status: 403 })
    }
    const marketer = w.ctx((await w.user({ roles: ['marketer'] })).actor)
    await expect(editProof(marketer, { shown: true })).rejects.toMatchObject({ status: 403 })
    await expect(listQuotes(w.ctx((await w.user({ roles: ['viewer'] })).actor))).rejects.toMatchObject({ status: 403 })
    await step(w, id, 'send', marketer)
    const stranger = await w.contact()
    const approval = { verb: 'approve', id, generation: 1, lockVersion: lockVersion + 1, text: 'x' } as const
    for (const actor of [{ kind: 'contact', id: stranger.id }, marketer.actor, w.anonymous().actor] as const)
      await expect(answerQuote(w.ctx(actor), approval)).rejects.toMatchObject({ status: actor.kind === 'anonymous' ? 401 : 403 }) // prettier-ignore
    await answerQuote(w.ctx({ kind: 'contact', id: contact.id }), approval)
    expect(await rowOf(w, id)).toMatchObject({ state: 'approved', text: 'x', attribution: { name: false, title: false, company: false } }) // prettier-ignore
  })
  const praisedDraft = async () => {
    const of = await praised(w)
    return { ...of, ...(await makeQuote(w.ctx(), { responseId: of.responseId })) }
  }
})
