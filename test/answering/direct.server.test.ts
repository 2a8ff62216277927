import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { responses } from '#db/schema/responses.ts'
import { touches } from '#db/schema/responses-touches.ts'
import { commentOf, fieldOf } from '#test/answering/browse.ts'
import { placeOf } from '#test/answering/place.ts'
import { invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { startServer, type Server } from '#test/server.ts'

let server: Server
let place: Awaited<ReturnType<typeof placeOf>>
let program: Awaited<ReturnType<typeof makeProgram>>
beforeAll(async () => {
  server = await startServer()
  place = await placeOf(server)
  program = await makeProgram(place)
})
afterAll(async () => {
  await place.close()
  await server.stop()
})

async function someone() {
  const { invitation } = await invited(place, { program })
  const path = `/s/${invitationToken(place.keys, invitation)}`
  const nonce = makeNonce(place.keys, invitation.id, Date.now() - 5_000)
  return { invitation, path, nonce }
}
const own = () => ({ origin: server.url })
const answersOf = async (id: string) =>
  (await place.store.db.select().from(responses)).filter((row) => row.invitationId === id)

it('a page and an answer pass through the real server, with its headers', async () => {
  const { path, nonce, invitation } = await someone()
  const page = await fetch(`${server.url}${path}?score=9`)
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(page.headers.get('cache-control')).toBe('no-store')
  const csp = page.headers.get('content-security-policy')!
  expect(csp).toContain(`'nonce-${/<style nonce="([^"]+)"/.exec(html)![1]}'`)
  expect(page.headers.get('content-encoding')).toBe('gzip')
  expect(Number(page.headers.get('content-length'))).toBeLessThan(Buffer.byteLength(html) / 2)
  const plain = await fetch(`${server.url}${path}?score=9`, { headers: { 'accept-encoding': 'gzip;q=0, identity' } })
  expect(plain.headers.get('content-encoding')).toBe(null)
  expect(Number(plain.headers.get('content-length'))).toBe(Buffer.byteLength(await plain.text()))
  const body = new URLSearchParams({ score: '9', comment: '早くて助かる', nonce, lang: 'en' })
  const posted = await fetch(`${server.url}${path}`, { method: 'POST', body, headers: own(), redirect: 'manual' })
  expect([posted.status, posted.headers.get('location')]).toEqual([303, `${path}?thanks=1&lang=en`])
  expect(await answersOf(invitation.id)).toMatchObject([{ score: 9, comment: '早くて助かる' }])
})

it('an answer that another site posts is refused', async () => {
  const { path, nonce, invitation } = await someone()
  const post = (headers: Record<string, string>) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ score: '0', nonce }),
      headers,
      redirect: 'manual',
    })
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({})).status).toBe(403)
  expect(await answersOf(invitation.id)).toEqual([])
})

it('HEAD gets the headers of GET without a body, and leaves a touch', async () => {
  const { path, invitation } = await someone()
  const head = await fetch(`${server.url}${path}`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1_000)
  await expect
    .poll(
      async () =>
        (await place.store.db.select().from(touches))
          .filter((row) => row.invitationId === invitation.id)
          .map((row) => row.method),
      { timeout: 5_000 },
    )
    .toEqual(['HEAD'])
})

it.each(['PUT', 'DELETE', 'PATCH'])('%s is no way to answer', async (method) => {
  const { path, invitation } = await someone()
  const reply = await fetch(`${server.url}${path}`, { method, headers: own() })
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.status).toBeLessThan(500)
  expect(await answersOf(invitation.id)).toEqual([])
})

it.each([
  '/s/',
  '/s/%',
  '/s/%E0%A4%A',
  '/s/..%2f..%2fetc',
  '/s/a/b',
  '/s/\u00e9',
  `/s/${'x'.repeat(9_000)}`,
  '//evil.example/s/x',
  '/s/x?score=%ff&score=%00',
])('the address %s is answered with 4xx', async (path) => {
  const status = await new Promise<number>((done, fail) => {
    request({ port: server.port, path: encodeURI(path).replaceAll('%25', '%') }, (reply) => {
      reply.resume()
      done(reply.statusCode!)
    })
      .on('error', fail)
      .end()
  })
  expect(Math.floor(status / 100)).toBe(4)
})

it('bytes that are no text, cut-off escapes and a body far too large are answered kindly', async () => {
  const { path, nonce, invitation } = await someone()
  const post = async (body: Uint8Array | string) => {
    const headers = { ...own(), 'content-type': 'application/x-www-form-urlencoded' }
    const reply = await fetch(`${server.url}${path}`, {
      method: 'POST',
      body: body as string,
      headers,
      redirect: 'manual',
    })
    return { status: reply.status, html: await reply.text() }
  }
  expect((await post(new Uint8Array([0, 255, 254, 38, 61]))).status).toBe(422)
  expect((await post(`score=9&comment=%E3%81&nonce=${nonce.slice(0, -1)}`)).status).toBe(400)
  const large = await post(`score=9&nonce=${nonce}&comment=kept${'%E3%81%82'.repeat(60_000)}`)
  expect([large.status, commentOf(large.html)?.slice(0, 6)]).toEqual([413, 'keptああ'])
  expect(await answersOf(invitation.id)).toEqual([])
})

it('fifty people who answer at once are all recorded', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => place.contact()))
  const links = await Promise.all(people.map((person) => makeInvitation(place, program, person)))
  const statuses = await Promise.all(
    links.map(async (link, i) => {
      const url = `${server.url}/s/${invitationToken(place.keys, link)}`
      const nonce = makeNonce(place.keys, link.id, Date.now() - 5_000)
      const body = new URLSearchParams({ score: String(i % 11), nonce, lang: 'ja' })
      return (await fetch(url, { method: 'POST', body, headers: own(), redirect: 'manual' })).status
    }),
  )
  expect(statuses).toEqual(Array(50).fill(303))
  const ids = new Set(links.map((link) => link.id))
  expect(
    (await place.store.db.select().from(responses)).filter(
      (row) => ids.has(row.invitationId) && row.state === 'counted',
    ),
  ).toHaveLength(50)
})

it('a nonce that the page hands out is good for its form', async () => {
  const { path, invitation } = await someone()
  const nonce = fieldOf(await (await fetch(`${server.url}${path}`)).text(), 'nonce')
  await new Promise((later) => setTimeout(later, 800)) // a person takes at least 700 ms
  const reply = await fetch(`${server.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ score: '7', nonce }),
    headers: own(),
    redirect: 'manual',
  })
  expect(reply.status).toBe(303)
  expect(await answersOf(invitation.id)).toMatchObject([{ class: 'mid' }])
})
