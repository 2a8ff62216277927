import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { makeAnswerWorld } from './answer-world.ts'

type AnswerWorld = Awaited<ReturnType<typeof makeAnswerWorld>>

// Shorter than the server keeps a connection that rests: one that it closes just then would lose its answer.
const agent = new Agent({ keepAlive: true, maxSockets: 50, timeout: 2_000 })

/** Posts answers at a steady pace until stopped or everybody has answered, beginning with the `from`-th person; gives how many milliseconds each took. */
export function postAnswers(
  world: Pick<AnswerWorld, 'answer' | 'people'>,
  port: number,
  { pace, from = 0 }: { pace: number; from?: number },
) {
  const taken: number[] = []
  let running = true
  const posting = (async () => {
    const begun = performance.now()
    const sent: Promise<void>[] = []
    for (let n = from; running && n < world.people; n++) {
      // Counted from when it was due, so that a stall is seen by every answer that it kept waiting.
      const due = begun + ((n - from) * 1000) / pace
      await sleep(Math.max(0, due - performance.now()))
      const post = send(world.answer(n, port), port).then((status) => {
        taken.push(performance.now() - due)
        if (status !== 303) throw new Error(`an answer was refused with ${status}`)
      })
      post.catch(() => {})
      sent.push(post)
    }
    await Promise.all(sent)
  })()
  posting.catch(() => {})
  return async () => {
    running = false
    await posting
    return taken
  }
}

/** Posts a ready-made request on a connection that is kept. @returns its status */
function send(text: string, port: number): Promise<number> {
  const [head, body = ''] = text.split('\r\n\r\n') as [string, string?]
  const [first, ...lines] = head.split('\r\n') as [string, ...string[]]
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: first.split(' ')[1]!, headers },
      (reply) => {
        reply.resume().on('end', () => resolve(reply.statusCode ?? 0))
      },
    )
    sent.on('error', reject).end(body)
  })
}

/** The most memory a process has held, in MiB, as Linux keeps it. */
export function peakMib(pid: number): number {
  const kib = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) / 1024
}
