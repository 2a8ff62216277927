import type { Verdict } from '#app/email/classify.ts'
import { MINUTE } from '#app/platform/day.ts'

/** How far a conversation with a mail server came before it went wrong. `content`: the mail itself was on its way. */
export type SmtpStage = 'connect' | 'tls' | 'auth' | 'sender' | 'recipient' | 'data' | 'content'

/** What a mail server said when it didn't take a mail. */
export interface SmtpFailure {
  stage: SmtpStage
  /** Its reply, `550 5.1.1 No such user`; null when it hung up or was silent. */
  reply: string | null
}

/** Nobody has this address (RFC 3463): unknown, malformed, moved, or its domain takes no mail. */
const nobody = /^5\.(1\.(0|1|2|3|6|10)|2\.1)$/
const aboutUs = /relay|spam|polic|block|black|denied|reject|reputation|authen|spf|dkim|dmarc|rbl|listed|banned/i

/**
 * What follows from a refusal or a silence, by how far it came: before the mail itself was sent nothing can have been
 * accepted; after it only a reply tells.
 */
export function classifySmtp({ stage, reply }: SmtpFailure): Verdict {
  const code = Number(/^\d{3}/.exec(reply ?? '')?.[0] ?? 0)
  const detail = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply ?? '')?.[1] ?? ''
  const soft = code >= 400 && code < 500
  const pause = (reason: string): Verdict => ({ kind: 'pause', reason, after: 15 * MINUTE })

  if (reply === null && (stage === 'sender' || stage === 'recipient')) return { kind: 'refuse', reason: 'bad_address' }
  if (stage === 'tls' && !soft) return pause('tls_failed')
  if (stage === 'auth' && !soft && reply !== null) return pause('auth_failed')
  if (stage === 'content' && code < 400) return { kind: 'person', reason: 'no_answer' }
  if (code < 400) return { kind: 'later', reason: 'unreachable', after: 30_000 }
  if (code === 421 || (soft && ['connect', 'tls', 'auth', 'sender'].includes(stage)))
    return { kind: 'later', reason: 'server_busy', after: MINUTE }
  if (soft || code === 503) return { kind: 'later', reason: 'not_now', after: 5 * MINUTE, alone: true }
  if (stage === 'connect') return pause('service_refused')
  if (code === 530 || code === 535) return pause('auth_required')
  if (stage === 'sender') return pause('sender_refused')
  if (stage === 'recipient' && /\brelay/i.test(reply!)) return pause('relay_denied')
  if (nobody.test(detail) || (stage === 'recipient' && isBare(code, detail) && !aboutUs.test(reply!)))
    return { kind: 'refuse', reason: 'bounced', bounced: true }
  return { kind: 'refuse', reason: stage === 'recipient' ? 'recipient_refused' : 'message_refused' }
}

/** An old server's way to say that it has no such mailbox. */
const isBare = (code: number, detail: string) => detail === '' && (code === 550 || code === 551 || code === 553)
