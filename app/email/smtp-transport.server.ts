import MailComposer from 'nodemailer/lib/mail-composer'
import { addressOf, oneLine } from '#app/email/address.ts'
import { classifySmtp } from '#app/email/classify-smtp.ts'
import { SmtpError, SmtpSession, type SmtpLimits } from '#app/email/smtp-session.server.ts'
import type { OutgoingMail, SendResult, Transport } from '#app/email/transport.ts'
import { MINUTE } from '#app/platform/day.ts'
import type { SmtpServer } from '#app/platform/smtp-url.ts'

const usual: SmtpLimits = { connect: 15_000, silence: 60_000, mail: 2 * MINUTE }
/** A server is asked for a new connection after so many mails, or so long without any: many hang up by themselves. */
const mostMails = 100
const mostIdle = 30_000
/** Nobody answering is the network's business for so long, then an admin's. */
const longestSilence = 15 * MINUTE

/**
 * Hands mail to a mail server, one at a time, over a few connections that are kept. SMTP knows no idempotency key: what
 * was on its way when the connection broke is left to a person.
 */
export function smtpTransport(server: SmtpServer, limits: SmtpLimits = usual): Transport {
  const idle: { session: SmtpSession; since: number }[] = []
  let silentSince: number | null = null

  /** One that is kept, or a new one. */
  async function session(): Promise<SmtpSession> {
    for (let kept = idle.pop(); kept; kept = idle.pop()) {
      if (kept.session.usable && Date.now() - kept.since < mostIdle) return kept.session
      kept.session.leave()
    }
    return SmtpSession.open(server, limits)
  }

  function keep(session: SmtpSession) {
    if (session.usable && session.mails < mostMails) idle.push({ session, since: Date.now() })
    else session.leave()
  }

  async function hand(mail: OutgoingMail, content: Buffer): Promise<void> {
    const used = await session()
    try {
      await used.send({ from: addressOf(mail.from), to: [mail.to] }, content, limits.mail)
      keep(used)
    } catch (error) {
      const { stage, reply } = (error as SmtpError).failure
      const refused = reply !== null && !reply.startsWith('421')
      if (refused && (await used.reset())) keep(used)
      else used.close()
      // A kept connection may have been dropped by the server in between: nothing of the mail has left.
      if (used.mails > 0 && stage !== 'content' && !refused) return hand(mail, content)
      throw error
    }
  }

  return {
    name: 'smtp',
    most: 1,
    keys: false,
    longest: limits.connect + limits.mail + 15_000,
    async send([mail, ...more]): Promise<SendResult> {
      if (!mail || more.length) throw new Error('one mail at a time')
      const content = await compose(mail).catch(() => null)
      if (!content) return { ok: false, verdict: { kind: 'refuse', reason: 'not_prepared' } }
      try {
        await hand(mail, content)
        silentSince = null
        return { ok: true, ids: [null] }
      } catch (error) {
        if (!(error instanceof SmtpError)) throw error
        const verdict = classifySmtp(error.failure)
        const said = error.failure.reply?.replace(/\S+@\S+/g, '…').slice(0, 300)
        if (verdict.reason !== 'unreachable') silentSince = null
        else if (Date.now() - (silentSince ??= Date.now()) >= longestSilence)
          return { ok: false, verdict: { kind: 'pause', reason: 'unreachable', after: MINUTE } }
        return { ok: false, verdict, said }
      }
    },
    close() {
      for (const kept of idle.splice(0)) kept.session.leave()
    },
  }
}

/** A mail as it travels. Its Message-ID is made of our own id, so that whatever is sent again can be recognised. */
export function compose(mail: OutgoingMail): Promise<Buffer> {
  const domain = addressOf(mail.from).split('@').at(-1)!
  return new MailComposer({
    from: mail.from,
    to: { name: '', address: mail.to },
    ...(mail.replyTo !== null && { replyTo: mail.replyTo }),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}@${domain}>`,
    headers: Object.entries(mail.headers).map(([key, value]) => ({ key, value: oneLine(value) })),
    attachments: mail.files?.map(({ name, mime, content }) => ({
      filename: name,
      contentType: mime,
      contentDisposition: 'attachment' as const,
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
