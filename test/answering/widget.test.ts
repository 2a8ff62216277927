import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { cases } from '#db/schema/cases.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { outreach } from '#db/schema/delivery.ts'
import { scoreDeltas, sendDeltas } from '#db/schema/insights.ts'
import { signedContact } from '#test/answering/doors.ts'
import { atProduct, product } from '#test/answering/product.ts'

const of = atProduct()
const { inAnHour, maria, call, nonceOf, answers, asked } = of

describe('a widget', () => {
  it('asks in the language of the page, else of the person, and changes nothing', async () => {
    const { status, said, headers } = await call()
    expect([status, said.ask, said.language, said.dir, said.scores.length]).toEqual([200, true, 'en', 'ltr', 11])
    expect(said.scores[10]).toMatchObject({ score: 10, label: '10 of 10, Extremely likely' })
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
      { score: 2, comment: '遅い', contactId: of.person.id, accountId: of.account.id, state: 'counted' },
    ])
    expect(await asked()).toMatchObject([
      { channel: 'widget', doorId: of.at.door.id, contactId: of.person.id, accountId: of.account.id },
    ])
    expect(await of.w.store.db.select().from(cases)).toMatchObject([{ subjectKey: `acc:${of.account.id}` }])
    expect(await of.w.store.db.select().from(holds)).toMatchObject([
      { subjectKey: `acc:${of.account.id}`, reason: 'open_case' },
    ])
    expect(await of.w.store.db.select().from(scoreDeltas)).toHaveLength(1)
    const sends = await of.w.store.db.select().from(sendDeltas)
    expect(sends.map(({ invited, answered }) => [invited, answered])).toEqual([[1, 0], [0, 1]]) // prettier-ignore
    const page = await of.served.fetch(first.said.url)
    expect(await page.text()).toContain('Your answer: 2')
  })

  it('finds the person by the address as well', async () => {
    const contact = signedContact(of.at.secret, { email: 'Maria@Customer.example', exp: inAnHour() })
    await call({ contact, body: { nonce: await nonceOf({ contact }), score: 9 } })
    expect(await answers()).toMatchObject([{ contactId: of.person.id, score: 9 }])
  })

  it('counts who was shown it as asked, once, and doesn’t ask again before the program’s interval', async () => {
    const nonce = await nonceOf()
    for (let n = 0; n < 2; n++) expect((await call({ body: { nonce, shown: true } })).said).toEqual({ state: 'noted' })
    expect(await of.w.store.db.select().from(outreach)).toMatchObject([{ contactId: of.person.id, kind: 'invitation' }])
    const [known] = await of.w.store.db.select().from(contacts).where(eq(contacts.id, of.person.id))
    expect(known!.lastInvitedAt).toBe(of.w.now())
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
    const wish = { contactId: of.person.id, scope: 'all', choice: 'off', source: 'staff' } as const
    await setPreference(of.w.ctx(), wish)
    expect((await call()).said).toEqual({ ask: false })
    const late = await call({ body: { nonce, score: 9 } })
    expect([late.status, late.said.code]).toEqual([409, 'not_asked'])
    expect(await asked()).toEqual([])
  })

  it('asks who posts at once to press again, and stores nothing', async () => {
    const { said } = await call()
    const early = await call({ body: { nonce: said.nonce, score: 9 } })
    expect([early.status, early.said.state, await asked()]).toEqual([202, 'press_again', []])
    of.w.clock.advance(2_000)
    expect((await call({ body: { nonce: early.said.nonce, score: 9 } })).said.state).toBe('recorded')
  })
})

describe('the script', () => {
  /** As it travels: `fetch` would unpack it. */
  const wire = (accept: string) =>
    new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      request(`${of.served.origin}/widget.js`, { headers: { 'accept-encoding': accept } }, (reply) => {
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
    const kept = await of.served.fetch('/widget.js', {
      headers: { 'accept-encoding': 'br', 'if-none-match': String(brotli.headers.etag) },
    })
    expect(kept.status).toBe(304)
    // eslint-disable-next-line no-console
    console.info(
      `widget.js: ${plain.body.length} bytes, ${gzip.body.length} with gzip, ${brotli.body.length} with brotli`,
    )
  })
})
