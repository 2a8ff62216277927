import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { replaceDoorLink, replaceDoorSecret, setDoorState } from '#app/surveys/doors/change-door.server.ts'
import { programDoors } from '#db/schema/surveys.ts'
import { openedDoor, signedContact } from '#test/answering/doors.ts'
import { atProduct, product } from '#test/answering/product.ts'
import { breakTable } from '#test/loop/breakage.ts'

const of = atProduct()
const { inAnHour, maria, call, nonceOf, answers, asked } = of

describe('a signed contact id', () => {
  const swapped = (token: string) => {
    const [head, , mac] = token.split('.')
    return `${head}.${Buffer.from(JSON.stringify({ sub: 'u-18', exp: inAnHour() })).toString('base64url')}.${mac}`
  }
  it.each<[string, () => string | null, number, string]>([
    ['missing', () => null, 403, 'contact_missing'],
    ['expired', () => maria({ exp: Math.floor(of.w.now() / 1000) - 61 }), 403, 'contact_expired'],
    ['altered', () => swapped(maria()), 403, 'contact_signature'],
    ['cut', () => maria().slice(0, -1), 403, 'contact_malformed'],
    ['of another secret', () => signedContact('other', { sub: 'u-17', exp: inAnHour() }), 403, 'contact_signature'],
    [
      'unsigned',
      () => signedContact(of.at.secret, { sub: 'u-17', exp: inAnHour() }, { alg: 'none' }),
      403,
      'contact_malformed',
    ],
    ['for ever', () => maria({ exp: inAnHour() + 90_000 }), 403, 'contact_too_long'],
    ['without an end', () => signedContact(of.at.secret, { sub: 'u-17' }), 403, 'contact_malformed'],
    ['of nobody', () => signedContact(of.at.secret, { exp: inAnHour() }), 403, 'contact_malformed'],
    [
      'of somebody unknown',
      () => signedContact(of.at.secret, { sub: 'u-99', exp: inAnHour() }),
      404,
      'contact_unknown',
    ],
    ['no token at all', () => '<script>', 403, 'contact_malformed'],
  ])('%s is refused with the reason, and nothing is stored', async (_name, contact, status, code) => {
    const nonce = await nonceOf()
    for (const body of [undefined, { nonce, score: 9 }]) {
      const { headers, ...reply } = await call({ contact: contact(), body })
      expect([reply.status, reply.said.code]).toEqual([status, code])
      expect(headers.get('content-type')).toContain('application/problem+json')
    }
    expect(await asked()).toEqual([])
  })

  it('of another door, or of the secret before, is refused', async () => {
    const other = await openedDoor(of.w, { kind: 'widget', origins: product })
    const theirs = signedContact(other.secret, { sub: 'u-17', exp: inAnHour() })
    expect((await call({ contact: theirs })).said.code).toBe('contact_signature')
    const old = maria()
    const { secret } = await replaceDoorSecret(of.w.ctx(), { id: of.at.door.id, programId: of.at.program.id })
    expect((await call({ contact: old })).said.code).toBe('contact_signature')
    expect((await call({ contact: signedContact(secret, { sub: 'u-17', exp: inAnHour() }) })).status).toBe(200)
  })

  it('is stored so that the database alone doesn’t tell it', async () => {
    const [door] = await of.w.store.db.select().from(programDoors).where(eq(programDoors.id, of.at.door.id))
    expect(door!.secret).not.toContain(of.at.secret.slice(5))
    expect(of.w.keys.decrypt('door-secret', door!.secret!)).toBe(of.at.secret)
  })

  it('is not needed where the door asks everybody: the answer then has no person, but a broken one is refused still', async () => {
    of.at = await openedDoor(of.w, { kind: 'widget', origins: product, anonymous: true })
    expect((await call({ contact: null, body: { nonce: await nonceOf({ contact: null }), score: 9 } })).status).toBe(
      200,
    )
    expect(await answers()).toMatchObject([{ contactId: null, score: 9 }])
    expect(await asked()).toMatchObject([{ channel: 'widget', contactId: null, sentDay: null }])
    expect((await call({ contact: signedContact('other', { sub: 'u-17', exp: inAnHour() }) })).said.code).toBe(
      'contact_signature',
    )
  })
})

describe('other sites', () => {
  it.each([
    null,
    'null',
    'https://evil.example',
    'http://app.customer.example',
    'https://app.customer.example.evil.example',
  ])('a page of %s may neither ask nor answer', async (origin) => {
    const nonce = await nonceOf()
    for (const body of [undefined, { nonce, score: 9 }]) {
      const { status, said, headers } = await call({ origin, body })
      expect([status, said.code]).toEqual([403, 'origin_not_allowed'])
      expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([null, 'origin'])
    }
    expect(await answers()).toEqual([])
  })

  it('a preflight allows the door’s own origin, and no other', async () => {
    const own = await call({ method: 'OPTIONS', contact: null })
    expect([own.status, own.headers.get('access-control-allow-headers')]).toEqual([204, 'content-type, koe-contact'])
    expect(own.headers.get('access-control-allow-origin')).toBe(product)
    const other = await call({ method: 'OPTIONS', contact: null, origin: 'https://evil.example' })
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([204, null])
  })

  it.each<[string, () => Promise<unknown>, number, string]>([
    [
      'shut',
      () => setDoorState(of.w.ctx(), { id: of.at.door.id, programId: of.at.program.id, to: 'shut' }),
      410,
      'door_shut',
    ],
    [
      'replaced',
      () => replaceDoorLink(of.w.ctx(), { id: of.at.door.id, programId: of.at.program.id }),
      410,
      'door_replaced',
    ],
  ])('a door that is %s says so', async (_name, close, status, code) => {
    await close()
    expect(await call()).toMatchObject({ status, said: { code } })
  })

  it('unknown, altered and foreign doors look alike', async () => {
    const link = await openedDoor(of.w)
    const tokens = [
      of.at.token.slice(0, -1) + (of.at.token.endsWith('A') ? 'B' : 'A'),
      'x',
      of.w.keys.sign('door', 'dor_no:1'),
      link.token,
    ]
    const replies = await Promise.all(tokens.map((token) => call({ token })))
    expect(new Set(replies.map(({ status, said }) => JSON.stringify([status, said])))).toEqual(
      new Set([JSON.stringify([404, replies[0]!.said])]),
    )
  })
})

describe('bad input', () => {
  it.each<[string, object, number, string]>([
    ['no score', {}, 422, 'no_score'],
    ['a score off the scale', { score: 11 }, 422, 'score_outside'],
    ['a fraction', { score: 9.5 }, 422, 'score_outside'],
    ['a word', { score: '9' }, 422, 'score_outside'],
    ['a list', { score: [9] }, 422, 'score_outside'],
    ['a huge number', { score: 1e308 }, 422, 'score_outside'],
    ['a comment that is none', { score: 9, comment: { a: 1 } }, 400, 'bad_request'],
    ['a long comment', { score: 9, comment: 'あ'.repeat(5_001) }, 422, 'too_long'],
    ['a flood', { score: 9, comment: 'x'.repeat(900_000) }, 413, 'too_large'],
    ['another page’s nonce', { score: 9, nonce: 'x' }, 400, ''],
    ['no nonce', { score: 9, nonce: undefined }, 400, 'bad_request'],
  ])('%s is a problem in words, and nothing is stored', async (_name, body, status, code) => {
    const { headers, ...reply } = await call({ body: { nonce: await nonceOf(), ...body } })
    expect([reply.status, reply.said.code ?? '']).toEqual([status, code])
    expect((reply.said.detail ?? reply.said.say).length).toBeGreaterThan(10)
    expect(headers.get('access-control-allow-origin')).toBe(product)
    expect(await asked()).toEqual([])
  })

  it.each<[string, string, string | undefined, number]>([
    ['no JSON', '{', undefined, 400],
    ['a list', '[]', undefined, 400],
    ['null', 'null', undefined, 400],
    ['a form', 'score=9', 'application/x-www-form-urlencoded', 415],
    ['nothing', '', undefined, 400],
  ])('%s is refused', async (_name, raw, type, status) => {
    expect((await call({ raw, type, method: 'POST' })).status).toBe(status)
  })

  it('a database that can’t be written is said with 503', async () => {
    const nonce = await nonceOf()
    const mend = await breakTable(of.w, 'response_revisions', 'insert')
    expect(await call({ body: { nonce, score: 9 } })).toMatchObject({ status: 503, said: { code: 'unavailable' } })
    await mend()
    expect((await call({ body: { nonce, score: 9 } })).said.state).toBe('recorded')
  })
})
