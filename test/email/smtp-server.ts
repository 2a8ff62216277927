import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface TakenMail {
  from: string
  to: string
  /** As it came, dots unstuffed. */
  text: string
}

/** What the server does at a step: a reply, `hang up`, `silence`, or what it always does. */
export type Fate = string | undefined
export type Step = 'connect' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'content' | 'RSET' | 'QUIT'

/**
 * A little mail server on loopback. `fate` may refuse, hang up or be silent at any step; at `content` it is asked after
 * the mail has come in whole, and `taken then hang up` accepts it without a word.
 */
export async function smtpServer(
  fate: (step: Step, line: string, mail: Partial<TakenMail>) => Fate | Promise<Fate> = () => undefined,
  { extensions = ['8BITMIME'] }: { extensions?: string[] } = {},
) {
  const taken: TakenMail[] = []
  const steps: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0

  async function talk(socket: Socket) {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    let mail: Partial<TakenMail> = {}
    let rest = ''
    let inData = false
    const usually: Record<string, string> = {
      connect: '220 mail.test ready',
      EHLO: ['mail.test', ...extensions]
        .map((line, i, all) => `250${i < all.length - 1 ? '-' : ' '}${line}`)
        .join('\r\n'),
      AUTH: '235 2.7.0 welcome',
      MAIL: '250 2.1.0 ok',
      RCPT: '250 2.1.5 ok',
      DATA: '354 go on',
      content: '250 2.0.0 taken',
      RSET: '250 2.0.0 ok',
      QUIT: '221 2.0.0 bye',
    }
    /** @returns whether the step went its usual way */
    async function answer(step: Step, line = '') {
      steps.push(step)
      const said = await fate(step, line, mail)
      if (said === 'silence') return false
      if (said === 'hang up') return (socket.destroy(), false)
      if (said === 'taken then hang up') return (taken.push(mail as TakenMail), socket.destroy(), false)
      if (step === 'content' && !/^[45]/.test(said ?? '')) taken.push(mail as TakenMail)
      if (!socket.destroyed) socket.write(`${said ?? usually[step] ?? '502 5.5.1 what?'}\r\n`)
      if (step === 'QUIT' || said?.startsWith('421')) socket.end()
      return said === undefined
    }

    await answer('connect')
    for await (const chunk of socket) {
      rest += String(chunk)
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        if (inData) {
          const dot = rest.indexOf('\r\n.\r\n')
          if (dot < 0) break
          mail.text = rest.slice(0, dot + 2).replace(/^\.\./gm, '.')
          rest = rest.slice(dot + 5)
          inData = false
          await answer('content')
          mail = {}
          continue
        }
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        const step = line.slice(0, 4).toUpperCase() === 'STAR' ? 'STARTTLS' : (line.slice(0, 4).toUpperCase() as Step)
        const address = /<(.*)>/.exec(line)?.[1] ?? ''
        if (step === 'MAIL') mail = { from: address }
        if (step === 'RCPT') mail.to = address
        const usual = await answer(step, line)
        if (step === 'DATA') inData = usual
      }
    }
  }

  const server = createServer((socket) => void talk(socket).catch(() => socket.destroy()))
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo

  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    taken,
    /** Every step of every connection, in order. */
    steps,
    connections: () => connections,
    /** Ends every connection, and goes on listening. */
    drop() {
      for (const socket of sockets) socket.destroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
