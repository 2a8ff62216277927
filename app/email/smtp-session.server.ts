import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SmtpFailure, SmtpStage } from '#app/email/classify-smtp.ts'
import type { SmtpServer } from '#app/platform/smtp-url.ts'

/** Milliseconds. */
export interface SmtpLimits {
  /** From the name of the server to the end of its greeting and TLS. */
  connect: number
  /** Without a byte from the server. */
  silence: number
  /** For one mail, whatever trickles. */
  mail: number
}

/** What went wrong, and how far it had come. */
export class SmtpError extends Error {
  override name = 'SmtpError'
  constructor(readonly failure: SmtpFailure) {
    super(`${failure.stage}: ${failure.reply ?? 'no answer'}`)
  }
}

interface Said extends Error {
  code?: string
  command?: string
  response?: string
}

/** One connection to a mail server, ready for mail after `open`. Nothing in it is ever sent twice. */
export class SmtpSession {
  /** Mails it has carried. */
  mails = 0
  #connection: SMTPConnection
  #broken: Said | null = null
  #fail: (error: Said) => void = () => {}

  private constructor(connection: SMTPConnection) {
    this.#connection = connection
    connection.on('error', (error: Said) => this.#break(error))
    connection.on('end', () => this.#break(new Error('closed')))
  }

  /**
   * Greeting, TLS, sign-in.
   * @throws SmtpError
   */
  static async open(server: SmtpServer, limits: SmtpLimits): Promise<SmtpSession> {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.secure,
      requireTLS: server.startTls === 'required' && !server.secure,
      ignoreTLS: server.startTls === 'off',
      connectionTimeout: limits.connect,
      greetingTimeout: limits.connect,
      dnsTimeout: limits.connect,
      socketTimeout: limits.silence,
      socketCloseTimeout: 1_000,
      allowInternalNetworkInterfaces: true,
    })
    const session = new SmtpSession(connection)
    await session.#step((done) => connection.connect(done), stageOfOpening)
    const { auth } = server
    if (auth)
      await session.#step(
        (done) => connection.login({ credentials: auth }, done),
        () => 'auth',
      )
    return session
  }

  get usable() {
    return this.#broken === null
  }

  /**
   * Hands over one mail.
   * @throws SmtpError with the stage `content` once a byte of the mail may have left
   */
  async send(envelope: { from: string; to: string[] }, mail: Buffer, most: number): Promise<string> {
    const content = Readable.from([mail], { objectMode: false })
    const late = setTimeout(() => {
      this.#break(new Error('out of time'))
      this.close()
    }, most)
    try {
      const info = await this.#step<{ response?: string }>(
        (done) => this.#connection.send(envelope, content, done),
        (error) => (content.readableDidRead ? 'content' : stageOfEnvelope(error)),
      )
      this.mails++
      return info?.response ?? ''
    } finally {
      clearTimeout(late)
      content.destroy()
    }
  }

  /** Makes it ready for another mail after a refusal. @returns false when it is of no use any more */
  async reset(): Promise<boolean> {
    if (!this.usable) return false
    try {
      await this.#step(
        (done) => this.#connection.reset(done),
        () => 'connect',
      )
      return this.usable
    } catch {
      return false
    }
  }

  /** Hangs up. */
  close() {
    this.#connection.close()
  }

  /** Says goodbye first, as one should where nothing is under way. */
  leave() {
    if (!this.usable) return
    this.#connection.quit()
    setTimeout(() => this.close(), 1_000).unref()
  }

  #break(error: Said) {
    this.#broken ??= error
    this.#fail(error)
  }

  /** One command: its callback, or whatever breaks the connection meanwhile. */
  async #step<T>(
    run: (done: (error?: Error | null, value?: T) => void) => void,
    stage: (error: Said) => SmtpStage,
  ): Promise<T | undefined> {
    try {
      return await new Promise<T | undefined>((resolve, reject) => {
        this.#fail = reject
        if (this.#broken) return reject(this.#broken)
        run((error, value) => (error ? reject(error) : resolve(value)))
      })
    } catch (error) {
      const said = error as Said
      const reply = said.response?.split('\n')[0] ?? (said.code === 'EAUTH' ? `535 ${said.message}` : null)
      throw new SmtpError({ stage: stage(said), reply })
    } finally {
      this.#fail = () => {}
    }
  }
}

/** A server that isn't there will be; one whose certificate is wrong, or that has no TLS, won't get better by itself. */
function stageOfOpening({ code, command, message }: Said): SmtpStage {
  if (code === 'ETIMEDOUT' || /closed|disconnected|ECONNRESET/.test(message)) return 'connect'
  return code === 'ETLS' || /STARTTLS|certificate|SSL|TLS|altname/i.test(`${command} ${message}`) ? 'tls' : 'connect'
}

function stageOfEnvelope(error: Said): SmtpStage {
  if (error.command === 'MAIL FROM') return 'sender'
  if (error.command === 'RCPT TO' || error.code === 'EENVELOPE') return 'recipient'
  return error.command === 'DATA' ? 'data' : 'connect'
}
