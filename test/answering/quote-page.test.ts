import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { editQuote } from '#app/advocacy/quotes/edit-quote.server.ts'
import { quoteToken } from '#app/advocacy/quotes/quote-token.server.ts'
import { unsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { events } from '#db/schema/audit.ts'
import { drafted, formOf, linkOf, open, openProof, post, praise, press, proof, rowOf, shownIn, step } from '#test/advocacy/quoting.ts' // prettier-ignore
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof drafted>>
let token: string
beforeEach(async () => {
  w = await world()
  one = await drafted(w)
  await step(w, one.id, 'send')
  token = await linkOf(w, one.id)
})
const row = () => rowOf(w, one.id)

describe('the customer’s page', () => {
  it('shows exactly what would be published, and opening it changes nothing, however often', async () => {
    const before = [await row(), await w.store.db.select().from(events)]
    const { text, status } = await open(w, token)
    expect(status).toBe(200)
    expect(text).toContain(`<blockquote lang="en">${praise}</blockquote>`)
    expect(text).toContain(`Mia Moor, Controller, ${one.account.name}`)
    for (const query of ['?act=approve', '?act=withdraw&stop=on', '?lang=ja']) await open(w, token, query)
    expect([await row(), await w.store.db.select().from(events)]).toEqual(before)
  })

  it('lets them correct the words and choose what is shown: that is what is published', async () => {
    await openProof(w)
    const form = { ...(await formOf(w, token)), text: '  Month end\r\nin a day.\u202e ', company: 'on' }
    const preview = await post(w, token, { ...form, act: 'preview' })
    expect(preview.text).toContain('<blockquote lang="en">Month end\nin a day.</blockquote>')
    expect(preview.text).toContain(`<span lang="en">${one.account.name}</span>`)
    expect(await row()).toMatchObject({ state: 'sent', text: praise })
    expect((await post(w, token, { ...form, act: 'approve' })).status).toBe(303)
    const attribution = { name: false, title: false, company: true }
    expect(await row()).toMatchObject({
      state: 'approved',
      text: 'Month end\nin a day.',
      attribution,
      original: praise,
    })
    await step(w, one.id, 'publish')
    expect((await proof(w).page()).text).toContain(
      `<blockquote lang="en">Month end\nin a day.</blockquote><figcaption><span lang="en">${one.account.name}</span>`,
    )
    expect(await shownIn(w, 'Mia Moor')).toBe(0)
    expect((await open(w, token)).text).toContain('This is published')
    const [approved] = await w.store.db.select().from(events).where(eq(events.type, 'advocacy.quote_approved'))
    expect(approved).toMatchObject({ actorKind: 'contact', actorId: one.contact.id, data: { quote: one.id, reworded: true } }) // prettier-ignore
  })

  it('who shows nothing of themselves stands as a customer', async () => {
    await openProof(w)
    await post(w, token, { ...(await formOf(w, token)), text: praise, act: 'approve' })
    await step(w, one.id, 'publish')
    expect((await proof(w).page()).text).toContain('<figcaption>A customer</figcaption>')
    expect((await proof(w).page('?lang=ja')).text).toContain('<figcaption>お客様</figcaption>')
  })

  it('takes a no, asks nothing more, and with the box ticked ends the consent', async () => {
    expect((await press(w, token, 'decline')).status).toBe(303)
    expect((await row()).state).toBe('declined')
    const { text } = await open(w, token)
    expect(text).toContain('Noted: we will not publish it')
    expect(text).not.toContain('<form')
    const other = await drafted(w)
    await step(w, other.id, 'send')
    await press(w, await linkOf(w, other.id), 'decline', { stop: 'on' })
    expect((await rowOf(w, other.id)).state).toBe('withdrawn')
    const mine = eq(consents.party, `con:${other.contact.id}`)
    expect(await w.store.db.select().from(consents).where(mine)).toMatchObject([{ state: 'withdrawn' }])
  })

  it('keeps what was typed when nothing can be saved: no words, too many, pressed by a machine', async () => {
    const form = { ...(await formOf(w, token)), act: 'approve', name: 'on' }
    const none = await post(w, token, { ...form, text: ' \n ' })
    expect([none.status, none.text.includes('Please leave some words')]).toEqual([422, true])
    expect((await post(w, token, { ...form, text: 'x'.repeat(5_001) })).status).toBe(422)
    const { text: fresh } = await open(w, token)
    const nonce = /name="nonce" value="([^"]+)"/.exec(fresh)![1]!
    for (const bad of [nonce, '', 'made up']) {
      const again = await post(w, token, { ...form, text: 'Typed <b>', nonce: bad })
      expect([again.status, again.text.includes('Typed &lt;b&gt;</textarea>')]).toEqual([202, true])
    }
    expect((await post(w, token, { ...form, text: praise, act: 'publish' })).status).toBe(400)
    expect((await row()).state).toBe('sent')
  })

  it('an edit that came between reading and pressing is told, and nothing is approved', async () => {
    const form = { ...(await formOf(w, token)), act: 'approve', text: praise, name: 'on' }
    await editQuote(w.ctx(), { id: one.id, lockVersion: (await row()).lockVersion, text: 'Other' })
    await step(w, one.id, 'send')
    for (const link of [token, await linkOf(w, one.id)]) {
      const reply = await post(w, link, form)
      expect([reply.status, reply.text.includes('changed meanwhile')]).toEqual([409, true])
    }
    expect(await row()).toMatchObject({ state: 'sent', text: 'Other' })
  })

  it('stands in Japanese for who reads Japanese, with the customer’s signs escaped in both', async () => {
    const hostile = '</textarea><script>alert(1)</script>'
    await editQuote(w.ctx(), { id: one.id, lockVersion: (await row()).lockVersion, text: hostile, name: true })
    await w.store.write((tx) =>
      tx.update(contacts).set({ language: 'ja', name: '"><script>x' }).where(eq(contacts.id, one.contact.id)),
    )
    await step(w, one.id, 'send')
    for (const [query, words] of [
      ['', '承認する'],
      ['?lang=en', 'I approve'],
    ] as const) {
      // prettier-ignore
      const { text } = await open(w, await linkOf(w, one.id), query)
      expect(text).toContain(words)
      expect(text).not.toContain('<script')
      expect(text).toContain('&lt;/textarea&gt;')
    }
  })
})

describe('a link', () => {
  it('that was altered, or is of another purpose, opens nothing and does nothing', async () => {
    const other = await drafted(w)
    const forged = token.replace(one.id, other.id)
    const elsewhere = unsubscribeToken(w.keys, { id: one.invitation.id, gen: 1 })
    const gone = quoteToken(w.keys, { id: 'qte_gone', generation: 1 })
    for (const bad of [forged, `${token}x`, elsewhere, gone, '', token.replace(':1.', ':2.')]) {
      expect((await open(w, bad)).status).toBe(404)
      expect((await post(w, bad, { ...(await formOf(w, token)), act: 'approve', text: 'x' })).status).toBe(404)
    }
    expect((await w.store.db.select().from(quotes)).map((quote) => quote.state).sort()).toEqual(['draft', 'sent'])
  })

  it('of one quote carries no nonce for another', async () => {
    const other = await drafted(w)
    await step(w, other.id, 'send')
    const { nonce } = await formOf(w, token)
    const form = { ...(await formOf(w, await linkOf(w, other.id))), nonce: nonce!, act: 'withdraw' }
    expect((await post(w, await linkOf(w, other.id), form)).status).toBe(202)
    expect((await rowOf(w, other.id)).state).toBe('sent')
  })

  it('of a sending that is past approves nothing, says so, and still takes back', async () => {
    await editQuote(w.ctx(), { id: one.id, lockVersion: (await row()).lockVersion, text: 'Other' })
    await step(w, one.id, 'send')
    const { text } = await open(w, token)
    expect(text).toContain('The wording is being changed')
    expect(text).not.toContain('Other')
    const form = { ...(await formOf(w, await linkOf(w, one.id))), act: 'approve', text: 'Other' }
    expect((await post(w, token, form)).status).toBe(409)
    expect((await row()).state).toBe('sent')
    expect((await press(w, token, 'withdraw')).status).toBe(303)
    expect((await row()).state).toBe('withdrawn')
    expect((await open(w, await linkOf(w, one.id))).text).toContain('Taken back')
  })

  it('of somebody who was erased opens nothing any more', async () => {
    await eraseContact(w.ctx(), { contactId: one.contact.id })
    expect((await open(w, token)).status).toBe(404)
    expect((await post(w, token, { act: 'withdraw' })).status).toBe(404)
  })
})
