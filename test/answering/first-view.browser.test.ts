import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { saveFile } from '#app/platform/files.server.ts'
import { brands } from '#db/schema/platform.ts'
import { placeOf } from '#test/answering/place.ts'
import { openBrowser, visitor } from '#test/browser.ts'
import { makeInvitation, makeProgram } from '#test/responses/make.ts'
import { startServer, type Server } from '#test/server.ts'
import { slowLine, type Line } from '#test/slow-line.ts'

let server: Server
let place: Awaited<ReturnType<typeof placeOf>>
let browser: Browser
let line: Line
beforeAll(async () => {
  server = await startServer()
  place = await placeOf(server)
  browser = await openBrowser()
  // 400 kbit/s and 400 ms there and back, as on the edge of a phone network.
  line = await slowLine(server.port, { roundTripMs: 400, bytesPerSecond: 50_000 })
  await place.store.write(async (tx) => {
    const file = { kind: 'logo', name: 'logo.png', mime: 'image/png', at: Date.now() } as const
    await tx.update(brands).set({ logoFileId: await saveFile(tx, file, noise()) })
  })
})
afterAll(async () => {
  await browser.close()
  await line.close()
  await place.close()
  await server.stop()
})

it.each(['en', 'ja'] as const)(
  'the first view of the survey (%s) fits one flight, from this server alone',
  async (language) => {
    const contact = await place.contact({ language, name: language === 'ja' ? '山田 花子' : 'Maria Lopez' })
    const invitation = await makeInvitation(place, await makeProgram(place), contact, { language })
    const { page, context, complaints } = await visitor(browser, { viewport: { width: 390, height: 844 } })
    const hosts = new Set<string>()
    let requests = 0
    page.on('request', (request) => {
      if (request.url().startsWith('data:')) return
      hosts.add(new URL(request.url()).host)
      requests++
    })
    const before = { ...line.sent }
    await page.goto(`http://127.0.0.1:${line.port}/s/${invitationToken(place.keys, invitation)}?score=9`)
    const bytes = line.sent.bytes - before.bytes
    const took = await page.evaluate(() => {
      const painted = performance.getEntriesByName('first-contentful-paint')[0]!.startTime
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return {
        painted: Math.round(painted),
        tappable: Math.round(navigation!.domInteractive),
        all: Math.round(navigation!.loadEventStart),
      }
    })
    const connections = line.sent.connections - before.connections
    process.stdout.write(
      `first view (${language}): ${bytes} bytes in ${requests} requests over ${connections} connections, ` +
        `painted after ${took.painted} ms, tappable ${took.tappable}, complete ${took.all}, at 400 kbit/s and 400 ms\n`,
    )
    expect(bytes).toBeGreaterThan(4_096)
    expect(bytes).toBeLessThanOrEqual(14_000)
    expect(requests).toBe(2) // the page and its logo
    expect([...hosts]).toEqual([`127.0.0.1:${line.port}`])
    expect(await context.cookies()).toEqual([])
    expect(await page.locator('input[name=score]:checked').getAttribute('value')).toBe('9')
    expect(complaints).toEqual([])
    await context.close()
  },
)

/** A picture of 4 KB that no format makes smaller. */
function noise(): Buffer {
  const [width, height] = [34, 40]
  const rows = Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), randomBytes(width * 3)]))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunk = (name: string, data: Buffer) => {
    const framed = Buffer.concat([Buffer.alloc(4), Buffer.from(name), data, Buffer.alloc(4)])
    framed.writeUInt32BE(data.length, 0)
    framed.writeUInt32BE(crc32(framed.subarray(4, -4)), framed.length - 4)
    return framed
  }
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}
