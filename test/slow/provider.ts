import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Mail {
  headers: Record<string, string>
}
interface Known {
  hash: string
  /** Null while the first request under this key is under way. */
  reply: string | null
}

/** A number from 0 to 1 that is the same in every run (mulberry32). */
function chances(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A mail provider that behaves like Resend on a bad day: it honours idempotency keys, and it refuses, fails, is silent,
 * and loses its replies after it has accepted.
 */
export async function badProvider(seed = 1) {
  const chance = chances(seed)
  const known = new Map<string, Known>()
  const delivered = new Map<string, number>()
  const fates: Record<string, number> = {}
  let inFlight = 0
  let given = 0

  const refuse = (res: ServerResponse, status: number, name: string, headers = {}) =>
    res
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ statusCode: status, name, message: name }))

  async function answer(req: IncomingMessage, res: ServerResponse) {
    const body = await text(req)
    const key = String(req.headers['idempotency-key'] ?? '')
    const fate = chance()
    await sleep(10 + chance() * 60)
    const note = (name: string) => void (fates[name] = (fates[name] ?? 0) + 1)

    if (fate < 0.04) return (note('429'), refuse(res, 429, 'rate_limit_exceeded', { 'retry-after': '0.3' }))
    if (fate < 0.12) return (note('500'), refuse(res, 500, 'internal_server_error'))
    if (fate < 0.16) return (note('cut before accepting'), req.socket.destroy())

    const hash = createHash('sha256').update(body).digest('hex')
    const before = known.get(key)
    if (before && before.hash !== hash) return (note('409 other body'), refuse(res, 409, 'invalid_idempotent_request'))
    if (before?.reply === null) return (note('409 concurrent'), refuse(res, 409, 'concurrent_idempotent_requests'))
    if (before?.reply) return (note('replayed'), ok(res, before.reply))

    const entry: Known = { hash, reply: null }
    known.set(key, entry)
    const parsed = JSON.parse(body) as Mail | Mail[]
    const mails = Array.isArray(parsed) ? parsed : [parsed]
    await sleep(10 + chance() * 60)
    const ids = mails.map((mail) => {
      const id = mail.headers['X-Message']!
      delivered.set(id, (delivered.get(id) ?? 0) + 1)
      return { id: `re_${++given}` }
    })
    entry.reply = JSON.stringify(Array.isArray(parsed) ? { data: ids } : ids[0])

    if (fate < 0.24) return (note('reply lost'), req.socket.destroy())
    if (fate < 0.28) return (note('500 after accepting'), refuse(res, 500, 'application_error'))
    if (fate < 0.3) return note('silent') // until the client gives up
    note('accepted')
    ok(res, entry.reply)
  }

  const server = createServer((req, res) => {
    inFlight++
    res.once('close', () => inFlight--)
    answer(req, res).catch(() => req.socket.destroy())
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    delivered,
    fates,
    inFlight: () => inFlight,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const ok = (res: ServerResponse, reply: string) =>
  void res.writeHead(200, { 'content-type': 'application/json' }).end(reply)
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function text(req: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
