import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceDoorLink, replaceDoorSecret, setDoorState } from '#app/surveys/doors/change-door.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { cases } from '#db/schema/cases.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'
import { scoreDeltas, sendDeltas } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { programDoors } from '#db/schema/surveys.ts'
import { serve } from '#test/access/listener.ts'
import { openedDoor, signedContact } from '#test/answering/doors.ts'
import { breakTable } from '#test/loop/breakage.ts'
import { world, type World } from '#test/world.ts'

const product = 'https://app.customer.example'
let w: World
let served: Awaited<ReturnType<typeof serve>>
let at: Awaited<ReturnType<typeof openedDoor>>
let person: Awaited<ReturnType<World['contact']>>
let account: Awaited<ReturnType<World['account']>>
beforeEach(async () => {
  w = await world()
  served = await serve(w)
  at = await openedDoor(w, { kind: 'widget', name: 'After a ticket', origins: product })
  account = await w.account({ ownerId: (await w.user({ roles: ['csm'] })).id })
  person = await w.contact({
    accountId: account.id,
    externalId: 'u-17',
    email: 'maria@customer.example',
    emailKey: 'maria@customer.example',
    language: 'en',
  })
})
afterEach(() => served.close())

const inAnHour = () => Math.floor(w.now() / 1000) + 3_600
const maria = (over: Record<string, unknown> = {}) =>
  signedContact(at.secret, { sub: 'u-17', exp: inAnHour(), ...over })
interface Call {
  contact?: string | null
  origin?: string | null
  token?: string
  body?: unknown
  raw?: string
  type?: string
  query?: string
  method?: string
}
async function call({
  contact = maria(),
  origin = product,
  token = at.token,
  body,
  raw,
  type,
  query = '',
  method,
}: Call = {}) {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const reply = await served.fetch(`/w/${token}${query}`, {
    method: method ?? (text === undefined ? 'GET' : 'POST'),
    body: text,
    headers: {
      ...(origin !== null && { origin }),
      'sec-fetch-site': 'cross-site',
      ...(contact !== null && { 'koe-contact': contact }),
      ...(text !== undefined && { 'content-type': type ?? 'application/json' }),
    },
  })
  const said = await reply.text()
  return { status: reply.status, headers: reply.headers, said: (said ? JSON.parse(said) : null) as Record<string, any> } // eslint-disable-line @typescript-eslint/no-explicit-any
}
async function nonceOf(over: Call = {}) {
  const { said } = await call(over)
  w.clock.advance(10_000)
  return said.nonce as string
}
const answers = () => w.store.db.select().from(responses)
const asked = () => w.store.db.select().from(invitations)

describe('a widget', () => {
  it('asks in the language of the page, else of the person, and changes nothing', async () => {
    const { status, said, headers } = await call()
    expect([status, said.ask, said.language, said.dir, said.scores.length]).toEqual([200, true, 'en', 'ltr', 11])
    expect(said.scores[10]).toMatchObject({ score: 10, label: '10 of 10' })
    expect((await call({ query: '?lang=ja-JP' })).said.language).toBe('ja')
    expect(headers.get('access-control-allow-origin')).toBe(product)
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect([headers.get('set-cookie'), headers.get('cache-control')]).toEqual([null, 'no-store'])
    expect(await asked()).toEqual([])
  })

  it('takes a known person’s answer into the loop: case, hold, score and response rate', async () => {
    const body = {
      nonce: await nonceOf(),
      score: 2,
      comment: '\u0000遅い\u202e',
      state: 'withdrawn',
      contactId: 'con_x',
    }
    const [first, again] = [await call({ body }), await call({ body })]
    expect(first).toMatchObject({ status: 200, said: { state: 'recorded' } })
    expect(again.said).toEqual(first.said)
    expect(await answers()).toMatchObject([
      { score: 2, comment: '遅い', contactId: person.id, accountId: account.id, state: 'counted' },
    ])
    expect(await asked()).toMatchObject([
      { channel: 'widget', doorId: at.door.id, contactId: person.id, accountId: account.id },
    ])
    expect(await w.store.db.select().from(cases)).toMatchObject([{ subjectKey: `acc:${account.id}` }])
    expect(await w.store.db.select().from(holds)).toMatchObject([
      { subjectKey: `acc:${account.id}`, reason: 'open_case' },
    ])
    expect(await w.store.db.select().from(scoreDeltas)).toHaveLength(1)
    const sends = await w.store.db.select().from(sendDeltas)
    expect(sends.map(({ invited, answered }) => [invited, answered])).toEqual([[1, 0], [0, 1]]) // prettier-ignore
    const page = await served.fetch(first.said.url)
    expect(await page.text()).toContain('Your answer: 2')
  })

  it('finds the person by the address as well', async () => {
    const contact = signedContact(at.secret, { email: 'Maria@Customer.example', exp: inAnHour() })
    await call({ contact, body: { nonce: await nonceOf({ contact }), score: 9 } })
    expect(await answers()).toMatchObject([{ contactId: person.id, score: 9 }])
  })

  it('counts who was shown it as asked, once, and doesn’t ask again before the program’s interval', async () => {
    const nonce = await nonceOf()
    for (let n = 0; n < 2; n++) expect((await call({ body: { nonce, shown: true } })).said).toEqual({ state: 'noted' })
    expect(await w.store.db.select().from(outreach)).toMatchObject([{ contactId: person.id, kind: 'invitation' }])
    const [known] = await w.store.db.select().from(contacts).where(eq(contacts.id, person.id))
    expect(known!.lastInvitedAt).toBe(w.now())
    expect((await call()).said).toEqual({ ask: false })
    expect((await call({ body: { nonce, score: 9 } })).said.state).toBe('recorded') // on the page that was shown
    expect(await asked()).toHaveLength(1)
  })

  it('asks about one ticket once, and takes no second page for it', async () => {
    const contact = maria({ ref: 'ticket-4711' })
    const [first, second] = [await nonceOf({ contact }), await nonceOf({ contact })]
    expect((await call({ contact, body: { nonce: first, score: 9 } })).status).toBe(200)
    const changed = await call({ contact, body: { nonce: second, score: 0 } })
    expect([changed.status, changed.said.state]).toEqual([409, 'elsewhere'])
    expect(await answers()).toMatchObject([{ score: 9 }])
    expect(await asked()).toMatchObject([{ occasion: 'ext:widget:ticket-4711' }])
    expect((await call({ contact })).said).toEqual({ ask: false })
  })

  it('asks nobody who wished not to be asked, and says no more than that', async () => {
    const nonce = await nonceOf()
    const wish = { contactId: person.id, scope: 'all', choice: 'off', source: 'staff' } as const
    await setPreference(w.ctx(), wish)
    expect((await call()).said).toEqual({ ask: false })
    const late = await call({ body: { nonce, score: 9 } })
    expect([late.status, late.said.code]).toEqual([409, 'not_asked'])
    expect(await asked()).toEqual([])
  })

  it('asks who posts at once to press again, and stores nothing', async () => {
    const { said } = await call()
    const early = await call({ body: { nonce: said.nonce, score: 9 } })
    expect([early.status, early.said.state, await asked()]).toEqual([202, 'press_again', []])
    w.clock.advance(2_000)
    expect((await call({ body: { nonce: early.said.nonce, score: 9 } })).said.state).toBe('recorded')
  })
})

describe('a signed contact id', () => {
  const swapped = (token: string) => {
    const [head, , mac] = token.split('.')
    return `${head}.${Buffer.from(JSON.stringify({ sub: 'u-18', exp: inAnHour() })).toString('base64url')}.${mac}`
  }
  it.each<[string, () => string | null, number, string]>([
    ['missing', () => null, 403, 'contact_missing'],
    ['expired', () => maria({ exp: Math.floor(w.now() / 1000) - 61 }), 403, 'contact_expired'],
    ['altered', () => swapped(maria()), 403, 'contact_signature'],
    ['cut', () => maria().slice(0, -1), 403, 'contact_malformed'],
    ['of another secret', () => signedContact('other', { sub: 'u-17', exp: inAnHour() }), 403, 'contact_signature'],
    [
      'unsigned',
      () => signedContact(at.secret, { sub: 'u-17', exp: inAnHour() }, { alg: 'none' }),
      403,
      'contact_malformed',
    ],
    ['for ever', () => maria({ exp: inAnHour() + 90_000 }), 403, 'contact_too_long'],
    ['without an end', () => signedContact(at.secret, { sub: 'u-17' }), 403, 'contact_malformed'],
    ['of nobody', () => signedContact(at.secret, { exp: inAnHour() }), 403, 'contact_malformed'],
    ['of somebody unknown', () => signedContact(at.secret, { sub: 'u-99', exp: inAnHour() }), 404, 'contact_unknown'],
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
    const other = await openedDoor(w, { kind: 'widget', origins: product })
    const theirs = signedContact(other.secret, { sub: 'u-17', exp: inAnHour() })
    expect((await call({ contact: theirs })).said.code).toBe('contact_signature')
    const old = maria()
    const { secret } = await replaceDoorSecret(w.ctx(), { id: at.door.id, programId: at.program.id })
    expect((await call({ contact: old })).said.code).toBe('contact_signature')
    expect((await call({ contact: signedContact(secret, { sub: 'u-17', exp: inAnHour() }) })).status).toBe(200)
  })

  it('is stored so that the database alone doesn’t tell it', async () => {
    const [door] = await w.store.db.select().from(programDoors).where(eq(programDoors.id, at.door.id))
    expect(door!.secret).not.toContain(at.secret.slice(5))
    expect(w.keys.decrypt('door-secret', door!.secret!)).toBe(at.secret)
  })

  it('is not needed where the door asks everybody: the answer then has no person, but a broken one is refused still', async () => {
    at = await openedDoor(w, { kind: 'widget', origins: product, anonymous: true })
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
    ['shut', () => setDoorState(w.ctx(), { id: at.door.id, programId: at.program.id, to: 'shut' }), 410, 'door_shut'],
    ['replaced', () => replaceDoorLink(w.ctx(), { id: at.door.id, programId: at.program.id }), 410, 'door_replaced'],
  ])('a door that is %s says so', async (_name, close, status, code) => {
    await close()
    expect(await call()).toMatchObject({ status, said: { code } })
  })

  it('unknown, altered and foreign doors look alike', async () => {
    const link = await openedDoor(w)
    const tokens = [
      at.token.slice(0, -1) + (at.token.endsWith('A') ? 'B' : 'A'),
      'x',
      w.keys.sign('door', 'dor_no:1'),
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
    const mend = await breakTable(w, 'response_revisions', 'insert')
    expect(await call({ body: { nonce, score: 9 } })).toMatchObject({ status: 503, said: { code: 'unavailable' } })
    await mend()
    expect((await call({ body: { nonce, score: 9 } })).said.state).toBe('recorded')
  })
})

describe('the script', () => {
  /** As it travels: `fetch` would unpack it. */
  const wire = (accept: string) =>
    new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      request(`${served.origin}/widget.js`, { headers: { 'accept-encoding': accept } }, (reply) => {
        const parts: Buffer[] = []
        reply
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => resolve({ headers: reply.headers, body: Buffer.concat(parts) }))
      })
        .on('error', reject)
        .end()
    })

  it('takes at most 6,144 bytes on the wire, may be kept for an hour, and is the same in every form', async () => {
    const [plain, gzip, brotli] = [await wire('identity'), await wire('gzip'), await wire('gzip, deflate, br')]
    expect([plain, gzip, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br'])
    expect(gzip.body.length).toBeLessThanOrEqual(6_144)
    expect(brotli.body.length).toBeLessThanOrEqual(6_144)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body)
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=3600',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(plain.body.toString()).not.toMatch(/cookie|localStorage|sessionStorage|eval\(|innerHTML/)
    const kept = await served.fetch('/widget.js', {
      headers: { 'accept-encoding': 'br', 'if-none-match': String(brotli.headers.etag) },
    })
    expect(kept.status).toBe(304)
    console.info(
      `widget.js: ${plain.body.length} bytes, ${gzip.body.length} with gzip, ${brotli.body.length} with brotli`,
    )
  })
})
