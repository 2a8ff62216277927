import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'

/** One reply, and how long it took. */
export interface Got {
  status: number
  /** Of headers and body. */
  bytes: number
  ms: number
}

/** A keep-alive connection that sends ready-made requests one after the other. As little as possible, for it shares the machine. */
class Connection {
  private got: Buffer = Buffer.alloc(0)
  private done: ((got: { status: number; bytes: number; text: Buffer }) => void) | null = null
  private fail: ((error: Error) => void) | null = null

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.on('data', (part) => this.take(part))
    socket.on('error', (error) => this.fail?.(error))
    socket.on('close', () => this.fail?.(new Error('the server closed the connection')))
  }

  static async open(port: number) {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Connection(socket)
  }

  send(request: string) {
    return new Promise<{ status: number; bytes: number; text: Buffer }>((done, fail) => {
      this.done = done
      this.fail = fail
      this.socket.write(request)
    })
  }

  close() {
    this.fail = null
    this.socket.destroy()
  }

  private take(part: Buffer) {
    this.got = this.got.length ? Buffer.concat([this.got, part]) : part
    const end = this.got.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.got.toString('latin1', 0, end).toLowerCase()
    const status = Number(head.slice(9, 12))
    const length = /content-length: (\d+)/.exec(head)?.[1]
    const none = status === 204 || status === 304
    const whole =
      none ||
      (length !== undefined
        ? this.got.length >= end + 4 + Number(length)
        : this.got.subarray(-5).toString('latin1') === '0\r\n\r\n')
    if (!whole) return
    const text = this.got
    this.got = Buffer.alloc(0)
    this.done?.({ status, bytes: text.length, text })
  }
}

/** Sends every request over `connections` keep-alive connections, as fast as replies come. @throws on a status that isn't `expected` */
export async function load(
  port: number,
  requests: string[],
  { connections, expected }: { connections: number; expected: number },
) {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)))
  const ms: number[] = []
  let next = 0
  const started = performance.now()
  try {
    await Promise.all(
      open.map(async (connection) => {
        for (let i = next++; i < requests.length; i = next++) {
          const at = performance.now()
          const { status, text } = await connection.send(requests[i]!)
          ms.push(performance.now() - at)
          if (status !== expected) throw new Error(`expected ${expected}, got: ${text.toString('utf8', 0, 2_000)}`)
        }
      }),
    )
  } finally {
    for (const connection of open) connection.close()
  }
  return { perSecond: requests.length / ((performance.now() - started) / 1000), ms }
}

/** One request on a cold connection. */
export async function fetchOnce(port: number, request: string) {
  const connection = await Connection.open(port)
  const { bytes, status, text } = await connection.send(request)
  connection.close()
  const end = text.indexOf('\r\n\r\n') + 4
  const packed = /\ncontent-encoding: gzip/i.test(text.toString('latin1', 0, end))
  return { bytes, status, text: (packed ? gunzipSync(text.subarray(end)) : text).toString('utf8') }
}
