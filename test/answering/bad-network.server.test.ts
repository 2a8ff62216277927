import { connect } from 'node:net'
import { once } from 'node:events'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invitationToken, unsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { chosenIn, commentOf, fieldOf } from '#test/answering/browse.ts'
import { openedDoor } from '#test/answering/doors.ts'
import { placeOf } from '#test/answering/place.ts'
import { invited, makeProgram } from '#test/responses/make.ts'
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
  return { id: invitation.id, invitation, path, nonce }
}
const answersOf = (id: string) => place.store.db.select().from(responses).where(eq(responses.invitationId, id))
async function post(path: string, fields: Record<string, string>) {
  const headers = { origin: server.url }
  const body = new URLSearchParams(fields)
  const reply = await fetch(server.url + path, { method: 'POST', body, headers, redirect: 'manual' })
  return { status: reply.status, to: reply.headers.get('location'), html: await reply.text() }
}

/** Sends a form and hangs up without waiting for the reply: what a phone does that loses the network. */
async function postAndHangUp(path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields).toString()
  const socket = connect(server.port, 'localhost')
  await once(socket, 'connect')
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: localhost:${server.port}`,
    `origin: ${server.url}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
  ]
  await new Promise((sent) => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, sent))
  socket.destroy()
}

it('a lost reply: the answer is there, a reload says so, and the retried post makes no second one', async () => {
  const { id, path, nonce } = await someone()
  const fields = { score: '9', comment: 'sent in a tunnel', nonce, lang: 'en' }
  await postAndHangUp(path, fields)
  await expect.poll(() => answersOf(id), { timeout: 10_000 }).toHaveLength(1)
  const reloaded = await (await fetch(server.url + path)).text()
  expect(reloaded).toContain('You have answered already, with 9')
  expect(reloaded).not.toContain('sent in a tunnel')
  const retried = await Promise.all([post(path, fields), post(path, fields)])
  expect(retried.map(({ status, to }) => [status, to])).toEqual([
    [303, `${path}?thanks=1&lang=en`],
    [303, `${path}?thanks=1&lang=en`],
  ])
  const [answer] = await answersOf(id)
  const revisions = await place.store.db
    .select()
    .from(responseRevisions)
    .where(eq(responseRevisions.responseId, answer!.id))
  expect(revisions).toMatchObject([{ score: 9, standing: 'accepted' }])
})

it('a lost reply at a link for everybody leads to the same answer', async () => {
  const { token } = await openedDoor(place)
  const nonce = fieldOf(await (await fetch(`${server.url}/s/${token}`)).text(), 'nonce')
  await new Promise((later) => setTimeout(later, 800)) // a person takes at least 700 ms
  const fields = { score: '4', comment: 'sent in a lift', nonce }
  const before = (await place.store.db.select().from(responses)).length
  await postAndHangUp(`/s/${token}`, fields)
  const count = async () => (await place.store.db.select().from(responses)).length
  await expect.poll(count, { timeout: 10_000 }).toBe(before + 1)
  const { status, to } = await post(`/s/${token}`, fields)
  expect([status, await count()]).toEqual([303, before + 1])
  expect(await (await fetch(server.url + to)).text()).toContain('Your answer: 4')
})

it('a locked database is told with 503 and the text, and the page’s own button sends it later', async () => {
  const { id, path, nonce } = await someone()
  const other = new Database(`${server.dataDir}/koe.db`)
  other.exec('begin immediate')
  const reply = await post(path, { score: '2', comment: 'kept', nonce, lang: 'ja' })
  expect([reply.status, commentOf(reply.html), chosenIn(reply.html)]).toEqual([503, 'kept', '2'])
  expect(reply.html).toContain('<html lang="ja">')
  other.exec('rollback')
  other.close()
  expect(await answersOf(id)).toEqual([])
  expect(
    (await post(path, { score: '2', comment: 'kept', nonce: makeNonce(place.keys, id, Date.now() - 2_000) })).status,
  ).toBe(303)
})

it('unknown, altered, cut and foreign links can’t be told apart: status, bytes, headers', async () => {
  const { invitation, path } = await someone()
  const { token: door } = await openedDoor(place)
  const alter = (token: string) => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
  const tokens = [
    alter(path.slice(3)),
    path.slice(3, -5),
    alter(door),
    unsubscribeToken(place.keys, invitation), // of this person, for another purpose
    invitationToken(place.keys, { id: 'inv_0000000000000000000000000', gen: 1 }), // signed, of nobody
    place.keys.sign('door', 'dor_0000000000000000000000000:1'),
    place.keys.sign('survey', `${invitation.id}:x`),
    'nothing',
  ]
  const seen = new Set<string>()
  for (const token of tokens) {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? new URLSearchParams({ score: '9', nonce: 'x' }) : undefined
      const reply = await fetch(`${server.url}/s/${token}`, {
        method,
        body,
        // Compressed, every page is of another length, by its nonce.
        headers: { origin: server.url, 'accept-encoding': 'identity' },
      })
      const html = (await reply.text()).replace(/nonce="[^"]*"/g, '')
      const headers = [...reply.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date')
      const said = headers.map((header) => header.join(': ').replace(/nonce-[^']*/g, '')).join('\n')
      seen.add(`${reply.status}\n${said}\n${html}`)
    }
  }
  expect([...seen]).toHaveLength(1)
  expect([...seen][0]).toMatch(/^404\n/)
})

it('no page of a customer is a dead end: each says what to do, and speaks both languages', async () => {
  const { path } = await someone()
  for (const odd of [`${path.slice(0, -1)}`, `${path}x`, '/s/dor_', '/u/x']) {
    const reply = await fetch(server.url + odd, { headers: { 'accept-language': 'ja' } })
    const html = await reply.text()
    expect([odd, reply.status, /<html lang="ja"/.test(html), /\?lang=en/.test(html)]).toEqual([odd, 404, true, true])
  }
})
