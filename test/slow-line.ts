import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Line {
  port: number
  /** Bytes that went to the visitor, headers included, and the connections they came over. */
  readonly sent: { bytes: number; connections: number }
  close: () => Promise<void>
}

/** Bytes that TCP sends before the first acknowledgement (RFC 6928: ten segments of 1,460). */
const firstFlight = 14_600

/**
 * A bad phone connection to a server on this machine: every connection costs a round trip, what is asked arrives half a
 * round trip later, and the reply comes at `bytesPerSecond`, after its first flight only once that was acknowledged.
 */
export async function slowLine(
  to: number,
  { roundTripMs, bytesPerSecond }: { roundTripMs: number; bytesPerSecond: number },
): Promise<Line> {
  const sent = { bytes: 0, connections: 0 }
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (visitor) => {
    sent.connections++
    const origin = connect(to, '127.0.0.1')
    for (const socket of [visitor, origin]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => (open.delete(socket), visitor.destroy(), origin.destroy()))
    }
    let shaken: Promise<unknown> | null = sleep(roundTripMs)
    let asked: Promise<unknown> = Promise.resolve()
    visitor.on('data', (part) => {
      asked = asked.then(async () => {
        await shaken
        shaken = null
        await sleep(roundTripMs / 2)
        origin.write(part)
      })
    })
    let flown = 0
    let line: Promise<unknown> = Promise.resolve()
    origin.on('data', (part) => {
      const arrives = Date.now() + roundTripMs / 2
      line = line.then(async () => {
        await sleep(Math.max(0, arrives - Date.now()))
        for (let at = 0; at < part.length; at += 1_460) {
          const segment = part.subarray(at, at + 1_460)
          if (flown < firstFlight && flown + segment.length >= firstFlight) await sleep(roundTripMs)
          flown += segment.length
          await sleep((segment.length / bytesPerSecond) * 1_000)
          sent.bytes += segment.length
          visitor.write(segment)
        }
      })
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    port,
    sent,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
