import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { chosenIn, commentOf, customerOf, fieldOf } from '#test/answering/browse.ts'
import { breakTable } from '#test/loop/breakage.ts'
import { invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
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
    const reply = await customer.post(one.invitation, [...fields, ['nonce', await nonceOf()]])
    expect([reply.status, commentOf(reply.html)]).toEqual([status, kept])
    expect(reply.html).toContain('role="status"')
    expect(await revisions()).toEqual([])
  })

  it.each(['', 'x', '0.AAAAAAAAAAAA..AAAAAAAAAAAAAAAAAAAAAA'])(
    'a page without its own nonce (%s) is asked once more',
    async (nonce) => {
      const reply = await customer.post(one.invitation, { score: '9', comment: 'kept', nonce })
      expect([reply.status, commentOf(reply.html)]).toEqual([400, 'kept'])
      expect(await revisions()).toEqual([])
    },
  )

  it('what is no form, or too large, is answered kindly', async () => {
    const json = { method: 'POST', body: '{"score":9}', headers: { 'content-type': 'application/json' } }
    expect((await customer.open(one.invitation, '', json)).status).toBe(400)
    const upload = { method: 'POST', body: new FormData() }
    expect((await customer.open(one.invitation, '', upload)).status).toBe(400)
    const large = await customer.post(one.invitation, {
      score: '9',
      comment: `begin ${'x'.repeat(400_000)}`,
      nonce: await nonceOf(),
    })
    expect([large.status, commentOf(large.html)?.slice(0, 9)]).toEqual([413, 'begin xxx'])
    expect(await revisions()).toEqual([])
  })

  it('fields that the survey did not ask for are not stored, and control characters are dropped', async () => {
    await customer.post(one.invitation, {
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
    const invitation = await makeInvitation(w, await makeProgram(w, { metric: 'csat' }), one.contact)
    const { html } = await customer.open(invitation, '?score=5')
    w.clock.advance(5_000)
    const reply = await customer.post(invitation, { score: '9', comment: 'kept', nonce: fieldOf(html, 'nonce') })
    expect([reply.status, commentOf(reply.html)]).toEqual([422, 'kept'])
    expect(reply.html).toContain('from 1 to 5')
  })

  it('a database that can’t be written is said with 503, and the text stays', async () => {
    const nonce = await nonceOf()
    const mend = await breakTable(w, 'response_revisions', 'insert')
    const reply = await customer.post(one.invitation, { score: '9', comment: 'kept', nonce })
    expect([reply.status, commentOf(reply.html), chosenIn(reply.html)]).toEqual([503, 'kept', '9'])
    expect(await answers()).toEqual([])
    await mend()
    w.clock.advance(5_000)
    expect(
      (await customer.post(one.invitation, { score: '9', comment: 'kept', nonce: fieldOf(reply.html, 'nonce') }))
        .status,
    ).toBe(303)
  })
})

describe('odd visits', () => {
  it('an altered link and one of an unknown invitation look alike', async () => {
    const token = (await customer.open(one.invitation)).html.match(/action="\/s\/([^"?]+)/)![1]!
    const last = token.at(-1) === 'A' ? 'B' : 'A'
    const altered = await customer.openToken(token.slice(0, -1) + last)
    const unknown = await customer.open({ id: 'inv_nobody', gen: 1 })
    expect([altered.status, unknown.status]).toEqual([404, 404])
    expect(altered.html).toBe(unknown.html)
    for (const odd of ['', '..', '%00', '<script>', 'a'.repeat(5_000), `${one.invitation.id}:1`])
      expect((await customer.openToken(odd)).status).toBe(404)
  })

  it.each([
    ['an expired one', { expiresAt: 1 }, 'This survey has ended'],
    ['a cancelled one', { state: 'cancelled' as const }, 'This survey was called off'],
    ['one with a newer link', { gen: 2 }, 'This link has been replaced'],
  ])('%s says so, and gives back what was typed', async (_name, over, text) => {
    const invitation = await makeInvitation(w, one.program, one.contact, over)
    const link = { id: invitation.id, gen: 1 }
    expect(await customer.open(link)).toMatchObject({ status: 410, html: expect.stringContaining(text) })
    const posted = await customer.post(link, { score: '9', comment: 'kept', nonce: 'x' })
    expect([posted.status, commentOf(posted.html)]).toEqual([410, 'kept'])
    expect((await customer.open(link, '?lang=ja')).html).toContain('<html lang="ja">')
    expect(await w.store.db.select().from(responses).where(eq(responses.invitationId, invitation.id))).toEqual([])
  })
})
