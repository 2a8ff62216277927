import { inflateSync } from 'node:zlib'
import { decodeQR } from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { createDoorSchema, originOf } from '#app/surveys/doors/door.ts'
import { doorToken, openDoorToken } from '#app/surveys/doors/door-token.server.ts'
import { qrPng, qrSvg } from '#app/surveys/doors/qr-code.server.ts'

const secret = 'a secret of the tests, longer than 32 characters'
const keys = makeKeyring([secret])
const link = `https://koe.example.com/s/${doorToken(keys, { id: 'dor_01h455vb4pex5vsknk084sn02q', gen: 3 })}`

/** The pixels of a one-bit grey PNG, as a camera would hand them over. */
function pixelsOf(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const at = png.indexOf('IDAT')
  const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const line = Math.ceil(width / 8) + 1
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.fill(
        lines[y * line + 1 + (x >> 3)]! & (128 >> (x & 7)) ? 255 : 0,
        (y * width + x) * 4,
        (y * width + x) * 4 + 3,
      )
  return { width, height, data: data.map((value, i) => (i % 4 === 3 ? 255 : value)) }
}

describe('a QR code', () => {
  it('as a PNG reads back as the link', () => {
    expect(decodeQR(pixelsOf(qrPng(link, 6)))).toBe(link)
  })

  it('as an SVG draws the same modules as the PNG', () => {
    const size = /viewBox="0 0 (\d+) \1"/.exec(qrSvg(link))?.[1]
    expect(Number(size) * 24).toBe(qrPng(link).readUInt32BE(16))
    expect(qrSvg(link)).toMatch(/^<svg[^>]*><rect width="100%" height="100%" fill="#fff"\/>/)
    expect(qrSvg(link)).not.toMatch(/script|href|style=/)
  })
})

describe('the token of a door', () => {
  it('names its door and generation, and nothing else opens it', () => {
    const token = doorToken(keys, { id: 'dor_a1', gen: 2 })
    expect(openDoorToken(keys, token)).toEqual({ id: 'dor_a1', gen: 2 })
    for (const odd of [token.slice(0, -1), keys.sign('survey', 'dor_a1:2'), keys.sign('door', 'inv_a1:2'), ''])
      expect(openDoorToken(keys, odd)).toBeNull()
  })
})

describe('origins', () => {
  it.each([
    ['https://app.example.com/some/page?x=1', 'https://app.example.com'],
    ['https://APP.example.com:8443', 'https://app.example.com:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://app.example.com', null],
    ['app.example.com', null],
    ['javascript:alert(1)', null],
    ['*', null],
  ])('%s is %s', (text, origin) => expect(originOf(text)).toBe(origin))

  it('are read one a line, each once; a wrong one is named', () => {
    const of = (origins: string) => createDoorSchema.safeParse({ programId: 'p', kind: 'widget', name: 'x', origins })
    expect(of('https://a.example/\n https://a.example,https://b.example').data?.origins).toEqual([
      'https://a.example',
      'https://b.example',
    ])
    expect(of('https://a.example\nhttp://b.example').error?.issues[0]?.message).toContain('http://b.example')
  })
})

describe('a stored secret', () => {
  it('is read with any of the install’s keys, and by nobody else', () => {
    const stored = keys.encrypt('door-secret', 'koew_秘密')
    const later = makeKeyring(['another secret of the tests, more than 32', secret])
    expect([keys.decrypt('door-secret', stored), later.decrypt('door-secret', stored)]).toEqual([
      'koew_秘密',
      'koew_秘密',
    ])
    expect(keys.encrypt('door-secret', 'koew_秘密')).not.toBe(stored)
    const altered = stored.slice(0, -2) + (stored.endsWith('AA') ? 'BB' : 'AA')
    for (const [of, text] of [
      ['other', stored],
      ['door-secret', altered],
      ['door-secret', ''],
      ['door-secret', 'x.y'],
    ] as const)
      expect(keys.decrypt(of, text)).toBeNull()
    expect(makeKeyring(['another secret of the tests, more than 32']).decrypt('door-secret', stored)).toBeNull()
  })
})
