import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublic, outgoingUrl } from '#app/platform/outgoing-url.ts'
import { outside, postJson, type Outside } from '#app/platform/outgoing-http.server.ts'
import { certificate, certificateKey } from '#test/platform/certificate.ts'

describe('an address of the internet', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111'])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254', // the metadata of a cloud machine
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1', // IPv4 in IPv6 clothing
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1', // 10.0.0.1 through NAT64
    '2002:a00:1::', // 10.0.0.1 through 6to4
    'ff02::1',
    'hooks.koe.test',
    '',
  ])('%s is not', (address) => {
    expect(isPublic(address)).toBe(false)
  })
})

it('only https to a full name or a public number may be sent to', () => {
  for (const text of [
    'https://hooks.slack.com/services/x',
    'https://8.8.8.8:8443/x',
    'https://[2606:4700:4700::1111]/x',
  ])
    expect([text, outgoingUrl(text) !== null]).toEqual([text, true])
  for (const text of [
    'http://hooks.slack.com/',
    'https://a:b@hooks.slack.com/',
    'https://2130706433/',
    'https://017700000001/',
    'https://intranet/',
    'https://x.internal/',
    'https://x.local./',
    'ftp://a.test/',
    '/x',
    '',
  ])
    // prettier-ignore
    expect([text, outgoingUrl(text)]).toEqual([text, null])
})

const heard: { host: string | undefined; body: string; type: string | undefined }[] = []
let status = 200
let asked = 0
const server = createServer({ cert: certificate, key: certificateKey }, (request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    heard.push({ host: request.headers.host, body, type: request.headers['content-type'] })
    if (status === 0) return // no answer at all
    response.writeHead(status, status === 302 ? { location: 'https://elsewhere.test/' } : {}).end('ok')
  })
})
let url: string

/** Where `hooks.koe.test` is this machine, which counts as public for once. */
const here: Outside = {
  async resolve() {
    asked++
    return ['127.0.0.1']
  },
  isPublic: (address) => address === '127.0.0.1',
  ca: certificate,
}

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `https://hooks.koe.test:${(server.address() as AddressInfo).port}/in?x=1`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('posting JSON', () => {
  it('asks for the name once, goes to the address it looked at, and speaks to the name', async () => {
    asked = 0
    expect(await postJson(url, { text: '声' }, { world: here })).toEqual({ ok: true })
    expect([asked, heard.length]).toEqual([1, 1])
    expect(heard[0]).toEqual({ host: new URL(url).host, body: '{"text":"声"}', type: 'application/json' })
  })

  it('goes nowhere when one of the addresses of the name is private, however many are not', async () => {
    for (const found of [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::ffff:192.168.0.1']]) {
      const before = heard.length
      const world = { ...outside, resolve: async () => found, ca: certificate }
      expect(await postJson(url, {}, { world })).toEqual({ ok: false, failure: 'private_address', lasting: true })
      expect(heard.length).toBe(before)
    }
  })

  it('goes to the next address of the name when the first is closed', async () => {
    const world = { ...here, resolve: async () => ['127.0.0.9', '127.0.0.1'], isPublic: () => true }
    const before = heard.length
    expect(await postJson(url, {}, { world })).toEqual({ ok: true })
    expect(heard.length).toBe(before + 1)
  })

  it('counts the time in which the name is looked up', async () => {
    const world = { ...here, resolve: () => new Promise<string[]>(() => {}) }
    expect(await postJson(url, {}, { world, timeout: 50 })).toEqual({ ok: false, failure: 'timeout', lasting: false })
  })

  it('follows no redirect', async () => {
    status = 302
    expect(await postJson(url, {}, { world: here })).toEqual({ ok: false, failure: 'http_302', lasting: true })
    status = 200
  })

  it('tells what may pass from what lasts', async () => {
    for (const [answer, lasting] of [
      [404, true],
      [410, true],
      [429, false],
      [500, false],
      [503, false],
    ] as const) {
      status = answer
      expect(await postJson(url, {}, { world: here })).toEqual({ ok: false, failure: `http_${answer}`, lasting })
    }
    status = 200
  })

  it('gives up on silence, an unknown name, a closed door and a certificate that nobody trusts', async () => {
    const fails = (failure: string) => ({ ok: false, failure, lasting: false })
    status = 0
    expect(await postJson(url, {}, { world: here, timeout: 200 })).toEqual(fails('timeout'))
    status = 200
    const nobody = { ...here, resolve: () => Promise.reject(new Error('ENOTFOUND')) }
    expect(await postJson(url, {}, { world: nobody })).toEqual(fails('unknown_host'))
    expect(await postJson('https://hooks.koe.test:1/', {}, { world: here })).toEqual(fails('no_connection'))
    const untrusting = { resolve: here.resolve, isPublic: here.isPublic }
    expect(await postJson(url, {}, { world: untrusting })).toEqual(fails('no_connection'))
  })
})
