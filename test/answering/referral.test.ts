import { beforeEach, describe, expect, it, test } from 'vitest'
import { shownCode } from '#app/advocacy/referrals/code.ts'
import { listReferralLinks, revokeReferralLink } from '#app/advocacy/referrals/referral-links.server.ts'
import { consents } from '#db/schema/advocacy.ts'
import { referralVisits } from '#db/schema/advocacy-referrals.ts'
import { events } from '#db/schema/audit.ts'
import { allReferrals, expectThanks, lead, leadAt, recommender } from '#test/advocacy/referrals.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { insert } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof recommender>>
beforeEach(async () => {
  w = await world()
  one = await recommender(w)
})
const agree = (state: 'given' | 'withdrawn' = 'given', textVersion = '2/en') =>
  insert(w.store, consents, { id: 'cst_1', party: `con:${one.contact.id}`, askType: 'referral', textVersion, state, source: 'thanks', at: 1 }) // prettier-ignore
const japanese = { 'accept-language': 'ja,en;q=0.5' }

describe('the page', () => {
  it('names who recommends only where they agree to it, in the reader’s language', async () => {
    const before = await leadAt(w).open(one.code)
    expect(before).toMatchObject({ status: 200, html: expect.stringContaining('Sora was recommended to you') })
    expect(before.html).not.toContain('Mori')
    await agree()
    expect((await leadAt(w).open(one.code)).html).toContain('Mori Hana recommends Sora to you')
    const { html } = await leadAt(w, japanese).open(shownCode(one.code).toLowerCase())
    expect(html).toContain('<html lang="ja">')
    expect(html).toContain('Mori Hana 様より Sora をご紹介いただきました')
    expect((await leadAt(w, japanese).open(one.code, '?lang=en')).html).toContain('<html lang="en">')
  })

  it.each([
    ['1/en', false],
    ['ask-0/en', false],
    ['ask-0.2/ja', true],
  ])('does not name who agreed only to words that say nothing of it: %s', async (stored, named) => {
    await agree('given', stored)
    expect((await leadAt(w).open(one.code)).html.includes('Mori')).toBe(named)
  })

  it('no longer names who took that back', async () => {
    await agree('withdrawn')
    expect((await leadAt(w).open(one.code)).html).not.toContain('Mori')
  })

  it('has no script, and its style passes by a nonce', async () => {
    const { html } = await leadAt(w).open(one.code)
    expect(html).not.toContain('<script')
    expect(html).toContain('<style nonce="csp-nonce">')
    expect(html).toContain('1-1 Marunouchi')
  })

  it('tells nothing about anybody when the link is unknown or taken back, nor takes a lead there', async () => {
    await agree()
    for (const code of ['ABCDEFGH23456', 'nonsense', "'; drop table", 'x\0y', '%00', 'あ'.repeat(50)]) {
      const { status, html } = await leadAt(w).open(code)
      expect({ code, status }).toEqual({ code, status: 404 })
      expect(html).not.toContain('Mori')
    }
    const visitor = leadAt(w)
    const { html } = await visitor.open(one.code)
    w.clock.advance(10_000)
    await revokeReferralLink(w.ctx(), one.contact.id)
    const fields = new URLSearchParams({ ...lead, nonce: fieldOf(html, 'nonce') })
    for (const reply of [
      await visitor.open(one.code),
      await visitor.post(one.code, fields),
      await visitor.open(one.code, '?thanks=1'),
    ]) {
      // prettier-ignore
      expect(reply.status).toBe(410)
      expect(reply.html).not.toContain('Mori')
    }
    expect(await allReferrals(w)).toEqual([])
  })

  it('counts who looks, by day and not by person; programs, previews and thanks are not counted', async () => {
    await leadAt(w).open(one.code)
    await leadAt(w, japanese).open(one.code)
    await leadAt(w, { 'user-agent': 'Googlebot/2.1' }).open(one.code)
    await leadAt(w, { 'sec-purpose': 'prefetch;prerender' }).open(one.code)
    await leadAt(w).open(one.code, '?thanks=1')
    w.clock.advance(24 * 60 * 60_000)
    await leadAt(w).open(one.code)
    // 2 March 2026 is day 20,514 in Tokyo.
    expect(await w.store.db.select().from(referralVisits).orderBy(referralVisits.day)).toEqual([
      { code: one.code, day: 20_514, n: 2 },
      { code: one.code, day: 20_515, n: 1 },
    ])
    expect(await listReferralLinks(w.ctx(), one.contact.id)).toMatchObject([{ visits: 3 }])
  })

  it('one network is counted thirty times an hour at most', async () => {
    const visitor = leadAt(w)
    for (let n = 0; n < 33; n++) await visitor.open(one.code)
    expect(await w.store.db.select().from(referralVisits)).toMatchObject([{ n: 30 }])
  })
})

describe('a lead', () => {
  it('is kept with what they agreed to, and thanked without a word about anybody', async () => {
    await agree()
    const visitor = leadAt(w)
    expectThanks(await visitor.send(one.code, { message: ' How much?\r\nFor 20 people ' }), one.code)
    expect(await allReferrals(w)).toMatchObject([
      { code: one.code, contactId: one.contact.id, accountId: one.account.id, leadName: 'Suzuki Ken', leadEmail: 'ken@minato.example', company: 'Minato Foods', message: 'How much?\nFor 20 people', state: 'new', checks: [], source: 'form', consentText: '2/en', language: 'en', ownerId: null },
    ]) // prettier-ignore
    const { html } = await visitor.open(one.code, '?thanks=1')
    expect(html).toContain('Thank you')
    expect(html).not.toMatch(/Mori|Suzuki/)
    const event = (await w.store.db.select().from(events)).find((row) => row.type === 'advocacy.referral_received')
    expect(event).toMatchObject({
      actorKind: 'contact',
      actorId: null,
      contactId: one.contact.id,
      data: { state: 'new' },
    })
  })

  it('who sends the same twice, in whatever case, is one referral and is thanked twice', async () => {
    expectThanks(await leadAt(w).send(one.code), one.code)
    expectThanks(await leadAt(w).send(one.code, { email: ' KEN@Minato.Example ' }), one.code)
    expect(await allReferrals(w)).toHaveLength(1)
  })

  test('twenty posts of one lead by one link at once are one referral', async () => {
    const visitors = Array.from({ length: 20 }, () => leadAt(w))
    const pages = await Promise.all(visitors.map((visitor) => visitor.open(one.code)))
    w.clock.advance(10_000)
    const replies = await Promise.all(visitors.map((visitor, n) => visitor.post(one.code, new URLSearchParams({ ...lead, nonce: fieldOf(pages[n]!.html, 'nonce') })))) // prettier-ignore
    for (const reply of replies) expectThanks(reply, one.code)
    expect(await allReferrals(w)).toMatchObject([{ state: 'new' }])
  })

  test('one lead by the links of six people at once: one is worked on, five wait for a colleague', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, (_, n) => recommender(w, { email: `p${n}@firm${n}.example`, domain: `firm${n}.example` }))) // prettier-ignore
    const all = [one, ...others].map(({ code }) => ({ code, visitor: leadAt(w) }))
    const pages = await Promise.all(all.map(({ code, visitor }) => visitor.open(code)))
    w.clock.advance(10_000)
    const fields = (n: number) => new URLSearchParams({ ...lead, nonce: fieldOf(pages[n]!.html, 'nonce') })
    const replies = await Promise.all(all.flatMap(({ code, visitor }, n) => [visitor.post(code, fields(n)), visitor.post(code, fields(n))])) // prettier-ignore
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 303))
    const rows = await allReferrals(w)
    expect(rows.map((row) => row.state).sort()).toEqual(['new', ...Array<string>(5).fill('review')])
    for (const row of rows.filter((row) => row.state === 'review')) expect(row.checks).toEqual(['duplicate'])
  })

  it('who fills in what people don’t see waits for a colleague', async () => {
    expectThanks(await leadAt(w).send(one.code, { website: 'https://spam.example' }), one.code)
    expect(await allReferrals(w)).toMatchObject([{ state: 'review', checks: ['machine'] }])
  })

  it('who is faster than a person, has a nonce of another page, or of eight days ago, presses once more', async () => {
    const visitor = leadAt(w)
    const nonceAt = async (code: string) => fieldOf((await visitor.open(code)).html, 'nonce')
    const send = (nonce: string) => visitor.post(one.code, new URLSearchParams({ ...lead, nonce, message: 'kept' }))
    const other = await recommender(w, { email: 'o@other.example', domain: 'other.example' })
    const nonce = await nonceAt(one.code)
    const foreign = await nonceAt(other.code)
    expect(await send(nonce)).toMatchObject({ status: 202, html: expect.stringContaining('kept') })
    w.clock.advance(10_000)
    for (const bad of ['', 'x', foreign]) expect((await send(bad)).status).toBe(400)
    w.clock.advance(8 * 24 * 60 * 60_000)
    expect((await send(nonce)).status).toBe(400)
    expect(await allReferrals(w)).toEqual([])
  })

  it('a network that sends twenty in an hour waits, and keeps what was typed', async () => {
    const visitor = leadAt(w)
    for (let n = 0; n < 20; n++) await visitor.send(one.code, { email: `p${n}@firm${n}.example` })
    const late = await visitor.send(one.code, { email: 'late@else.example' })
    expect(late).toMatchObject({ status: 429, html: expect.stringContaining('late@else.example') })
    expect(await allReferrals(w)).toHaveLength(20)
  })
})

describe('hostile input', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no name', { name: ' \u0000 ' }, 'Please enter your name'],
    ['a name too long', { name: 'x'.repeat(201) }, 'at most 200'],
    ['no address', { email: '' }, 'name@example.com'],
    ['an address with a header in it', { email: 'ken@minato.example\r\nBcc: all@koe.test' }, 'name@example.com'],
    ['an address with NUL', { email: 'ken\u0000@minato.example' }, 'name@example.com'],
    ['an address too long', { email: `${'x'.repeat(250)}@minato.example` }, 'name@example.com'],
    ['two addresses', { email: 'a@b.example, c@d.example' }, 'name@example.com'],
    ['no company', { company: '' }, 'Please enter your company'],
    ['a message too long', { message: 'あ'.repeat(2_001) }, 'at most 2,000'],
    ['no consent', { agreed: '' }, 'if you agree'],
    ['another consent', { agreed: 'no' }, 'if you agree'],
  ])('%s: the page again with what was typed', async (_, over, said) => {
    const reply = await leadAt(w).send(one.code, { message: 'typed before', ...over })
    expect(reply).toMatchObject({ status: 422, html: expect.stringContaining(said) })
    expect(reply.html).toContain('aria-invalid="true"')
    if (!over.message) expect(reply.html).toContain('typed before')
    expect(await allReferrals(w)).toEqual([])
  })

  it('markup is text, on the page and in the database', async () => {
    const script = '"><script>alert(1)</script>'
    const again = await leadAt(w).send(one.code, { name: script, company: script, message: `</textarea>${script}`, email: 'no' }) // prettier-ignore
    expect(again.html).not.toContain('<script')
    expect(again.html).not.toContain('</textarea><')
    expectThanks(
      await leadAt(w).send(one.code, { name: `${script}\r\nX: y\u0000\u202e`, message: '\ud800\u0000hi' }),
      one.code,
    )
    expect(await allReferrals(w)).toMatchObject([{ leadName: `${script} X: y`, message: '�hi' }])
  })

  it('what is no form, or a quarter of a megabyte, is refused with a page', async () => {
    const visitor = leadAt(w)
    expect((await visitor.post(one.code, '{}', { 'content-type': 'application/json' })).status).toBe(400)
    expect((await visitor.send(one.code, { message: 'x'.repeat(300_000) })).status).toBe(413)
    expect((await visitor.send(one.code, { lang: '"><x', nonce: '' })).status).toBe(400)
    expect(await allReferrals(w)).toEqual([])
  })
})
