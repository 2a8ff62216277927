import { spawnSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { firstAdminLink, launch, startServer, type ServerEnv } from '#test/server.ts'

const running: { stop(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
})

async function started(env?: ServerEnv) {
  const server = await startServer(env)
  running.push(server)
  return server
}

/** How a start ends that can't succeed. */
async function refused(env: ServerEnv) {
  const server = await launch(env)
  running.push(server)
  return server.exited
}

/** A sentence for a person: no trace, no class name. */
const plain = (output: string) => !/\n\s+at |Error:|node:internal/.test(output)

it('a fresh start answers, says where it is, and prints the link for the first admin', async () => {
  const server = await started()
  expect(server.output()).toContain(`Koe is at ${server.url}`)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect((await fetch(await firstAdminLink(server))).status).toBe(200)
})

it('the built server describes its API: what only runs beside a schema is not left out of the build', async () => {
  const server = await started()
  const reply = await fetch(`${server.url}/api/v1/openapi.json`)
  expect(reply.status).toBe(200)
  const { openapi, paths } = (await reply.json()) as { openapi: string; paths: Record<string, unknown> }
  expect(openapi).toMatch(/^3\.1/)
  expect(Object.keys(paths)).toContain('/api/v1/contacts')
})

it('every script and style of a page is sent compressed to browsers that take it so', async () => {
  const server = await started()
  const html = await (await fetch(`${server.url}/sign-in`)).text()
  const parts = [...new Set([...html.matchAll(/"(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!))]
  expect(parts.length).toBeGreaterThan(5)
  for (const encoding of ['br', 'gzip'])
    for (const path of parts) {
      const reply = await fetch(server.url + path, { headers: { 'accept-encoding': encoding } })
      await reply.text()
      expect([path, reply.headers.get('content-encoding')]).toEqual([path, encoding])
    }
})

it('a port that is taken is said in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => other.once('listening', ready))
  const { port } = other.address() as AddressInfo
  const end = await refused({ PORT: String(port) })
  other.close()
  expect(end.code).toBe(1)
  expect(end.output).toContain(`Port ${port} is taken`)
  expect(plain(end.output)).toBe(true)
})

it('a folder that can’t be written is said in one sentence', async () => {
  const end = await refused({ KOE_DATA_DIR: '/dev/null/koe' })
  expect(end.code).toBe(1)
  expect(end.output).toContain('No permission to write in the data folder')
  expect(plain(end.output)).toBe(true)
})

it.each([
  ['PORT', { PORT: 'eighty' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/koe' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'koe.example' }],
  ['KOE_PROCESS', { KOE_PROCESS: 'everything' }],
  ['KOE_SECRET', { KOE_SECRET: 'short' }],
  ['KOE_SECRET', { PUBLIC_URL: 'https://koe.example' }],
])('a wrong %s is named, in plain words', async (name, env) => {
  const end = await refused(env as ServerEnv)
  expect(end.code).toBe(1)
  expect(end.output).toContain(name)
  expect(plain(end.output)).toBe(true)
})

it('a damaged database is refused in plain words', async () => {
  const server = await started()
  await server.stop()
  const file = join(server.dataDir, '..', `${server.port}.db`)
  writeFileSync(file, 'no database at all '.repeat(500))
  const end = await refused({ DATABASE_URL: `file:${file}` })
  expect(end.code).toBe(1)
  expect(end.output).toMatch(/can't be (opened|used)/)
  expect(plain(end.output)).toBe(true)
})

it('a second start builds nothing again', () => {
  const made = () => statSync('build/.koe').mtimeMs
  const before = made()
  const run = spawnSync(process.execPath, ['app/setup.js', 'build'], { encoding: 'utf8' })
  expect([run.status, run.stdout, made()]).toEqual([0, '', before])
})

it('on SIGTERM a request under way is finished, then the process ends well', async () => {
  const server = await started()
  const body = 'email=a%40b.test&password=wrong-password-here'
  const socket = connect(server.port, '127.0.0.1')
  let reply = ''
  socket.setEncoding('utf8').on('data', (text: string) => (reply += text))
  const closed = new Promise((done) => socket.once('close', done))
  socket.write(
    `POST /sign-in HTTP/1.1\r\nhost: localhost:${server.port}\r\norigin: ${server.url}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  )
  await fetch(`${server.url}/healthz`) // by now the first request has arrived too
  server.kill('SIGTERM')
  await expect.poll(() => fetch(`${server.url}/healthz`).then(() => 'open', () => 'shut')).toBe('shut') // prettier-ignore
  socket.write(body.slice(10))
  await closed
  expect(reply).toMatch(/^HTTP\/1\.1 4\d\d/)
  expect((await server.exited).code).toBe(0)
})
