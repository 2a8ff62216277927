import { beforeEach, describe, expect, it } from 'vitest'
import { organisation } from '#db/schema/platform.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { touches } from '#db/schema/responses-touches.ts'
import { chosenIn, commentOf, customerOf, fieldOf } from '#test/answering/browse.ts'
import { invited, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof invited>>
let customer: ReturnType<typeof customerOf>
beforeEach(async () => {
  w = await world()
  one = await invited(w)
  customer = customerOf(w)
})
const answers = () => w.store.db.select().from(responses)
const revisions = () => w.store.db.select().from(responseRevisions)
/** Opens the page and returns its nonce ten seconds later. */
async function nonceOf(query = '') {
  const { html } = await customer.open(one.invitation, query)
  w.clock.advance(10_000)
  return fieldOf(html, 'nonce')
}

describe('the survey page', () => {
  it('shows the chosen score with its follow-up question, and records nothing', async () => {
    const { status, html } = await customer.open(one.invitation, '?score=3')
    expect([status, chosenIn(html), /data-c="(\w+)"/.exec(html)?.[1]]).toEqual([200, '3', 'low'])
    expect(html).toContain('What went wrong, and what should we put right first?')
    expect(html).toContain('aria-label="9 of 10, very likely"')
    expect(html).toContain('<style nonce="csp-nonce">')
    expect(await answers()).toEqual([])
  })

  it.each(['', '?score=11', '?score=-1', '?score=9.5', '?score=nine', '?score=', '?score=9&score=3&score=%00'])(
    'opens with the link %s',
    async (query) => {
      const { status, html } = await customer.open(one.invitation, query)
      expect([status, chosenIn(html)]).toEqual([200, query.startsWith('?score=9&') ? '9' : null])
    },
  )

  it('has no script but the small one that looks for a person behind a tapped score, and fits on 14 KB', async () => {
    expect((await customer.open(one.invitation)).html).not.toMatch(/<script|\son\w+=|style="/)
    const { html } = await customer.open(one.invitation, '?score=9')
    const [whole, script] = /<script nonce="csp-nonce">(.*?)<\/script>/.exec(html)!
    expect(Buffer.byteLength(script!)).toBeLessThan(1_000)
    expect(html.replace(whole, '')).not.toMatch(/<script|\son\w+=|style="/)
    expect(Buffer.byteLength(html)).toBeLessThan(14_000)
  })

  it('speaks the contact’s language, else the browser’s, and switches on request', async () => {
    const japanese = await makeInvitation(w, one.program, await w.contact({ name: '山田 花子', language: 'ja' }))
    const unsaid = await makeInvitation(w, one.program, await w.contact({ language: null }), { language: 'en' })
    const browser = customerOf(w, { 'accept-language': 'ja,en;q=0.5' })
    expect((await browser.open(one.invitation)).html).toContain('<html lang="en">')
    expect((await customer.open(japanese)).html).toContain('山田 花子 様')
    expect((await browser.open(unsaid)).html).toContain('<html lang="ja">')
    expect((await customer.open(unsaid)).html).toContain('<html lang="en">')
    expect((await customer.open(one.invitation, '?lang=ja')).html).toContain('<html lang="ja">')
  })

  it('escapes what comes from outside', async () => {
    await w.store.write(async (tx) =>
      tx.update(organisation).set({ name: '<script>alert(1)</script>', privacyUrl: 'javascript:alert(1)' }),
    )
    const hostile = await makeInvitation(w, one.program, await w.contact({ name: '"><img src=x onerror=alert(1)>' }))
    const { html } = await customer.open(hostile)
    expect(html).not.toMatch(/<script|<img|javascript:/)
    expect(html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;')
  })
})

describe('looking', () => {
  it('leaves touches and nothing else, with GET and HEAD, at most 200 an invitation', async () => {
    const machine = customerOf(w, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)', purpose: 'prefetch' })
    await machine.open(one.invitation, '?score=9')
    await machine.open(one.invitation, '?score=9', { method: 'HEAD' })
    await machine.settle()
    const left = await w.store.db.select().from(touches)
    expect(left.map((touch) => [touch.method, touch.score, touch.network, touch.flags])).toEqual([
      ['GET', 9, '203.0.113.0/24', ['prefetch', 'robot']],
      ['HEAD', 9, '203.0.113.0/24', ['prefetch', 'robot']],
    ])
    expect(left[0]!.agentHash).not.toContain('Mozilla')
    for (let i = 0; i < 250; i++) await customer.open(one.invitation)
    await customer.settle()
    expect(await w.store.db.select().from(touches)).toHaveLength(200)
    expect(await answers()).toEqual([])
  })
})

describe('an answer', () => {
  it('is recorded by a plain form, and thanked in the words of its class, also after a reload', async () => {
    const posted = await customer.post(one.invitation, {
      score: '9',
      comment: ' Great\r\nteam ',
      nonce: await nonceOf(),
      lang: 'en',
    })
    expect([posted.status, posted.location]).toEqual([303, expect.stringMatching(/^\/s\/.*\?thanks=1&lang=en$/)])
    expect(await answers()).toMatchObject([{ score: 9, comment: 'Great\nteam', language: 'en' }])
    for (let i = 0; i < 2; i++)
      expect((await customer.open(one.invitation, '?thanks=1')).html).toContain('Thank you, that means a lot')
  })

  it('posted twice from one page is thanked twice and recorded once', async () => {
    const form = { score: '9', comment: 'Great', nonce: await nonceOf(), lang: 'en' }
    expect([
      (await customer.post(one.invitation, form)).status,
      (await customer.post(one.invitation, form)).status,
    ]).toEqual([303, 303])
    expect(await revisions()).toHaveLength(1)
  })

  it('is changed in two steps, and the page never shows the earlier comment', async () => {
    await customer.post(one.invitation, { score: '9', comment: 'secret words', nonce: await nonceOf() })
    w.clock.advance(60_000)
    const again = await customer.open(one.invitation, '?score=3')
    expect(again.html).toContain('You have answered already, with 9.')
    expect(again.html + (await customer.open(one.invitation, '?thanks=1')).html).not.toContain('secret words')
    w.clock.advance(5_000)
    const asked = await customer.post(one.invitation, {
      score: '3',
      comment: 'worse now',
      nonce: fieldOf(again.html, 'nonce'),
    })
    expect([asked.status, commentOf(asked.html), chosenIn(asked.html)]).toEqual([409, 'worse now', '3'])
    expect(asked.html).toContain('You answered 9 before. Change it to 3?')
    expect(await answers()).toMatchObject([{ score: 9 }])
    w.clock.advance(5_000)
    expect(
      (await customer.post(one.invitation, { score: '3', comment: 'worse now', nonce: fieldOf(asked.html, 'nonce') }))
        .status,
    ).toBe(303)
    expect(await answers()).toMatchObject([{ score: 3, comment: 'worse now' }])
  })

  it('sent at once asks the person to press once more, and then counts', async () => {
    const { html } = await customer.open(one.invitation, '?score=2')
    const asked = await customer.post(one.invitation, { score: '2', comment: 'quick', nonce: fieldOf(html, 'nonce') })
    expect([asked.status, commentOf(asked.html), chosenIn(asked.html)]).toEqual([202, 'quick', '2'])
    expect(asked.html).toContain('Please press the button once more')
    expect(await answers()).toMatchObject([{ state: 'unconfirmed', counts: false }])
    w.clock.advance(2_000)
    expect(
      (await customer.post(one.invitation, { score: '2', comment: 'quick', nonce: fieldOf(asked.html, 'nonce') }))
        .status,
    ).toBe(303)
    expect(await answers()).toMatchObject([{ state: 'counted', score: 2 }])
  })

  it('from the back button asks for the change, and then changes', async () => {
    const nonce = await nonceOf()
    await customer.post(one.invitation, { score: '9', nonce })
    w.clock.advance(3_000)
    const asked = await customer.post(one.invitation, { score: '4', nonce })
    expect(asked.html).toContain('You answered 9 before. Change it to 4?')
    w.clock.advance(3_000)
    expect((await customer.post(one.invitation, { score: '4', nonce: fieldOf(asked.html, 'nonce') })).status).toBe(303)
    expect(await answers()).toMatchObject([{ score: 4 }])
  })

  it('keeps what was typed while the language is switched', async () => {
    const { status, html } = await customer.post(one.invitation, {
      score: '5',
      comment: 'half <done>',
      nonce: await nonceOf(),
      lang: 'en',
      switch: 'ja',
    })
    expect([status, commentOf(html), chosenIn(html)]).toEqual([200, 'half &lt;done&gt;', '5'])
    expect(html).toContain('<html lang="ja">')
    expect(await revisions()).toEqual([])
  })
})
