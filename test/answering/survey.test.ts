import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { organisation } from '#db/schema/platform.ts'
import { responseRevisions, responses, touches } from '#db/schema/responses.ts'
import { chosenIn, commentOf, customerOf, fieldOf } from '#test/answering/browse.ts'
import { breakTable } from '#test/loop/breakage.ts'
import { invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let it1: Awaited<ReturnType<typeof invited>>
let customer: ReturnType<typeof customerOf>
beforeEach(async () => {
  w = await world()
  it1 = await invited(w)
  customer = customerOf(w)
})
const answers = () => w.store.db.select().from(responses)
const revisions = () => w.store.db.select().from(responseRevisions)
/** Opens the page and returns its nonce ten seconds later. */
async function nonceOf(query = '') {
  const { html } = await customer.open(it1.invitation, query)
  w.clock.advance(10_000)
  return fieldOf(html, 'nonce')
}

describe('the survey page', () => {
  it('shows the chosen score with its follow-up question, and records nothing', async () => {
    const { status, html } = await customer.open(it1.invitation, '?score=3')
    expect([status, chosenIn(html), /data-c="(\w+)"/.exec(html)?.[1]]).toEqual([200, '3', 'low'])
    expect(html).toContain('What went wrong, and what should we put right first?')
    expect(html).toContain('aria-label="10 of 10"')
    expect(html).toContain('<style nonce="csp-nonce">')
    expect(await answers()).toEqual([])
  })

  it.each(['', '?score=11', '?score=-1', '?score=9.5', '?score=nine', '?score=', '?score=9&score=3&score=%00'])(
    'opens with the link %s',
    async (query) => {
      const { status, html } = await customer.open(it1.invitation, query)
      expect([status, chosenIn(html)]).toEqual([200, query.startsWith('?score=9&') ? '9' : null])
    },
  )

  it('has no script, and fits on 14 KB', async () => {
    const { html } = await customer.open(it1.invitation, '?score=9')
    expect(html).not.toMatch(/<script|\son\w+=|style="/)
    expect(Buffer.byteLength(html)).toBeLessThan(14_000)
  })

  it('speaks the contact’s language, else the browser’s, and switches on request', async () => {
    const japanese = await makeInvitation(w, it1.program, await w.contact({ name: '山田 花子', language: 'ja' }))
    const unsaid = await makeInvitation(w, it1.program, await w.contact({ language: null }), { language: 'en' })
    const browser = customerOf(w, { 'accept-language': 'ja,en;q=0.5' })
    expect((await browser.open(it1.invitation)).html).toContain('<html lang="en">')
    expect((await customer.open(japanese)).html).toContain('山田 花子 様')
    expect((await browser.open(unsaid)).html).toContain('<html lang="ja">')
    expect((await customer.open(unsaid)).html).toContain('<html lang="en">')
    expect((await customer.open(it1.invitation, '?lang=ja')).html).toContain('<html lang="ja">')
  })

  it('escapes what comes from outside', async () => {
    await w.store.write(async (tx) =>
      tx.update(organisation).set({ name: '<script>alert(1)</script>', privacyUrl: 'javascript:alert(1)' }),
    )
    const hostile = await makeInvitation(w, it1.program, await w.contact({ name: '"><img src=x onerror=alert(1)>' }))
    const { html } = await customer.open(hostile)
    expect(html).not.toMatch(/<script|<img|javascript:/)
    expect(html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;')
  })
})

describe('looking', () => {
  it('leaves touches and nothing else, with GET and HEAD, at most 200 an invitation', async () => {
    const machine = customerOf(w, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)', purpose: 'prefetch' })
    await machine.open(it1.invitation, '?score=9')
    await machine.open(it1.invitation, '?score=9', { method: 'HEAD' })
    await machine.settle()
    const left = await w.store.db.select().from(touches)
    expect(left.map((touch) => [touch.method, touch.score, touch.network, touch.flags])).toEqual([
      ['GET', 9, '203.0.113.0/24', ['prefetch', 'robot']],
      ['HEAD', 9, '203.0.113.0/24', ['prefetch', 'robot']],
    ])
    expect(left[0]!.agentHash).not.toContain('Mozilla')
    for (let i = 0; i < 250; i++) await customer.open(it1.invitation)
    await customer.settle()
    expect(await w.store.db.select().from(touches)).toHaveLength(200)
    expect(await answers()).toEqual([])
  })
})

describe('an answer', () => {
  it('is recorded by a plain form, and thanked in the words of its class, also after a reload', async () => {
    const posted = await customer.post(it1.invitation, {
      score: '9',
      comment: ' Great\r\nteam ',
      nonce: await nonceOf(),
      lang: 'en',
    })
    expect([posted.status, posted.location]).toEqual([303, expect.stringMatching(/^\/s\/.*\?thanks=1&lang=en$/)])
    expect(await answers()).toMatchObject([{ score: 9, comment: 'Great\nteam', language: 'en' }])
    for (let i = 0; i < 2; i++)
      expect((await customer.open(it1.invitation, '?thanks=1')).html).toContain('Thank you, that means a lot')
  })

  it('posted twice from one page is thanked twice and recorded once', async () => {
    const form = { score: '9', comment: 'Great', nonce: await nonceOf(), lang: 'en' }
    expect([
      (await customer.post(it1.invitation, form)).status,
      (await customer.post(it1.invitation, form)).status,
    ]).toEqual([303, 303])
    expect(await revisions()).toHaveLength(1)
  })

  it('is changed in two steps, and the page never shows the earlier comment', async () => {
    await customer.post(it1.invitation, { score: '9', comment: 'secret words', nonce: await nonceOf() })
    w.clock.advance(60_000)
    const again = await customer.open(it1.invitation, '?score=3')
    expect(again.html).toContain('You have answered already, with 9.')
    expect(again.html + (await customer.open(it1.invitation, '?thanks=1')).html).not.toContain('secret words')
    w.clock.advance(5_000)
    const asked = await customer.post(it1.invitation, {
      score: '3',
      comment: 'worse now',
      nonce: fieldOf(again.html, 'nonce'),
    })
    expect([asked.status, commentOf(asked.html), chosenIn(asked.html)]).toEqual([409, 'worse now', '3'])
    expect(asked.html).toContain('You answered 9 before. Change it to 3?')
    expect(await answers()).toMatchObject([{ score: 9 }])
    w.clock.advance(5_000)
    expect(
      (await customer.post(it1.invitation, { score: '3', comment: 'worse now', nonce: fieldOf(asked.html, 'nonce') }))
        .status,
    ).toBe(303)
    expect(await answers()).toMatchObject([{ score: 3, comment: 'worse now' }])
  })

  it('sent at once asks the person to press once more, and then counts', async () => {
    const { html } = await customer.open(it1.invitation, '?score=2')
    const asked = await customer.post(it1.invitation, { score: '2', comment: 'quick', nonce: fieldOf(html, 'nonce') })
    expect([asked.status, commentOf(asked.html), chosenIn(asked.html)]).toEqual([202, 'quick', '2'])
    expect(asked.html).toContain('Please press the button once more')
    expect(await answers()).toMatchObject([{ state: 'unconfirmed', counts: false }])
    w.clock.advance(2_000)
    expect(
      (await customer.post(it1.invitation, { score: '2', comment: 'quick', nonce: fieldOf(asked.html, 'nonce') }))
        .status,
    ).toBe(303)
    expect(await answers()).toMatchObject([{ state: 'counted', score: 2 }])
  })

  it('from the back button asks for the change, and then changes', async () => {
    const nonce = await nonceOf()
    await customer.post(it1.invitation, { score: '9', nonce })
    w.clock.advance(3_000)
    const asked = await customer.post(it1.invitation, { score: '4', nonce })
    expect(asked.html).toContain('You answered 9 before. Change it to 4?')
    w.clock.advance(3_000)
    expect((await customer.post(it1.invitation, { score: '4', nonce: fieldOf(asked.html, 'nonce') })).status).toBe(303)
    expect(await answers()).toMatchObject([{ score: 4 }])
  })

  it('keeps what was typed while the language is switched', async () => {
    const { status, html } = await customer.post(it1.invitation, {
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

describe('bad input', () => {
  const long = 'あ'.repeat(5_001)
  it.each<[string, [string, string][], number, string]>([
    ['no score', [['comment', 'kept']], 422, 'kept'],
    [
      'a score outside the scale',
      [
        ['score', '11'],
        ['comment', 'kept'],
      ],
      422,
      'kept',
    ],
    [
      'a fraction',
      [
        ['score', '9.5'],
        ['comment', 'kept'],
      ],
      422,
      'kept',
    ],
    [
      'a negative score',
      [
        ['score', '-1'],
        ['comment', 'kept'],
      ],
      422,
      'kept',
    ],
    [
      'a word',
      [
        ['score', 'nine'],
        ['comment', 'kept'],
      ],
      422,
      'kept',
    ],
    [
      'a score in another notation',
      [
        ['score', '0x9'],
        ['comment', 'kept'],
      ],
      422,
      'kept',
    ],
    [
      'a huge number',
      [
        ['score', '9'.repeat(400)],
        ['comment', 'kept'],
      ],
      422,
      'kept',
    ],
    [
      'two scores',
      [
        ['score', '9'],
        ['score', '3'],
        ['comment', 'kept'],
      ],
      422,
      'kept',
    ],
    [
      'two comments',
      [
        ['score', '9'],
        ['comment', 'kept'],
        ['comment', 'other'],
      ],
      400,
      'kept',
    ],
    [
      'a long comment',
      [
        ['score', '9'],
        ['comment', long],
      ],
      422,
      long,
    ],
  ])('%s is answered with the page and what was typed', async (_name, fields, status, kept) => {
    const reply = await customer.post(it1.invitation, [...fields, ['nonce', await nonceOf()]])
    expect([reply.status, commentOf(reply.html)]).toEqual([status, kept])
    expect(reply.html).toContain('role="status"')
    expect(await revisions()).toEqual([])
  })

  it.each(['', 'x', '0.AAAAAAAAAAAA..AAAAAAAAAAAAAAAAAAAAAA'])(
    'a page without its own nonce (%s) is asked once more',
    async (nonce) => {
      const reply = await customer.post(it1.invitation, { score: '9', comment: 'kept', nonce })
      expect([reply.status, commentOf(reply.html)]).toEqual([400, 'kept'])
      expect(await revisions()).toEqual([])
    },
  )

  it('what is no form, or too large, is answered kindly', async () => {
    const json = { method: 'POST', body: '{"score":9}', headers: { 'content-type': 'application/json' } }
    expect((await customer.open(it1.invitation, '', json)).status).toBe(400)
    const upload = { method: 'POST', body: new FormData() }
    expect((await customer.open(it1.invitation, '', upload)).status).toBe(400)
    const large = await customer.post(it1.invitation, {
      score: '9',
      comment: `begin ${'x'.repeat(400_000)}`,
      nonce: await nonceOf(),
    })
    expect([large.status, commentOf(large.html)?.slice(0, 9)]).toEqual([413, 'begin xxx'])
    expect(await revisions()).toEqual([])
  })

  it('fields that the survey did not ask for are not stored, and control characters are dropped', async () => {
    await customer.post(it1.invitation, {
      score: '9',
      comment: 'a\u0000b\u202ec\ud800',
      nonce: await nonceOf(),
      state: 'withdrawn',
      day: '1',
      'reasons[]': 'x',
      __proto__x: 'y',
    })
    expect(await answers()).toMatchObject([{ score: 9, comment: 'abc\ufffd', state: 'counted' }])
  })

  it('a score of another metric’s scale is refused by the program’s own', async () => {
    const invitation = await makeInvitation(w, await makeProgram(w, { metric: 'csat' }), it1.contact)
    const { html } = await customer.open(invitation, '?score=5')
    w.clock.advance(5_000)
    const reply = await customer.post(invitation, { score: '9', comment: 'kept', nonce: fieldOf(html, 'nonce') })
    expect([reply.status, commentOf(reply.html)]).toEqual([422, 'kept'])
    expect(reply.html).toContain('from 1 to 5')
  })

  it('a database that can’t be written is said with 503, and the text stays', async () => {
    const nonce = await nonceOf()
    const mend = await breakTable(w, 'response_revisions', 'insert')
    const reply = await customer.post(it1.invitation, { score: '9', comment: 'kept', nonce })
    expect([reply.status, commentOf(reply.html), chosenIn(reply.html)]).toEqual([503, 'kept', '9'])
    expect(await answers()).toEqual([])
    await mend()
    w.clock.advance(5_000)
    expect(
      (await customer.post(it1.invitation, { score: '9', comment: 'kept', nonce: fieldOf(reply.html, 'nonce') }))
        .status,
    ).toBe(303)
  })
})

describe('odd visits', () => {
  it('an altered link and one of an unknown invitation look alike', async () => {
    const token = (await customer.open(it1.invitation)).html.match(/action="\/s\/([^"]+)"/)![1]!
    const last = token.at(-1) === 'A' ? 'B' : 'A'
    const altered = await customer.openToken(token.slice(0, -1) + last)
    const unknown = await customer.open({ id: 'inv_nobody', gen: 1 })
    expect([altered.status, unknown.status]).toEqual([404, 404])
    expect(altered.html).toBe(unknown.html)
    for (const odd of ['', '..', '%00', '<script>', 'a'.repeat(5_000), `${it1.invitation.id}:1`])
      expect((await customer.openToken(odd)).status).toBe(404)
  })

  it.each([
    ['an expired one', { expiresAt: 1 }, 'This survey has ended'],
    ['a cancelled one', { state: 'cancelled' as const }, 'This survey was called off'],
    ['one with a newer link', { gen: 2 }, 'This link has been replaced'],
  ])('%s says so, and gives back what was typed', async (_name, over, text) => {
    const invitation = await makeInvitation(w, it1.program, it1.contact, over)
    const link = { id: invitation.id, gen: 1 }
    expect(await customer.open(link)).toMatchObject({ status: 410, html: expect.stringContaining(text) })
    const posted = await customer.post(link, { score: '9', comment: 'kept', nonce: 'x' })
    expect([posted.status, commentOf(posted.html)]).toEqual([410, 'kept'])
    expect((await customer.open(link, '?lang=ja')).html).toContain('<html lang="ja">')
    expect(await w.store.db.select().from(responses).where(eq(responses.invitationId, invitation.id))).toEqual([])
  })
})
