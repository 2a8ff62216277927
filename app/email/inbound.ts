import { addressOf, oneLine } from '#app/email/address.ts'
import { repliedWords } from '#app/email/reply-text.ts'
import { cleanText } from '#app/platform/text.ts'

/** A mail that came in, as far as it is read. Everything in it is a stranger's word. */
export interface InboundMail {
  from: string
  /** All that it may have been addressed to. */
  to: string[]
  subject: string
  text: string
  /** By lower-case name. */
  headers: Record<string, string>
  /** Names of files that came with it; the files are not kept. */
  attachments: string[]
}

/** Characters of a mail that are kept; what is longer is cut, with a mark. */
export const longestInbound = 100_000
export const longestWords = 20_000

export type InboundVerdict =
  /** `whole`: everything, when something was taken off. */
  { kind: 'reply'; words: string; whole: string | null } | { kind: 'auto_reply' | 'bounce' | 'empty'; words: string }

/** What a mail is: somebody's words, what a machine sent, or nothing but what we had written ourselves. */
export function judgeInbound(mail: InboundMail): InboundVerdict {
  const sent = cleanText(mail.text) ?? ''
  const whole = cut(sent, longestInbound)
  const machine = sentByMachine(mail)
  if (machine) return { kind: machine, words: cut(sent, longestWords) }
  const own = repliedWords(whole)
  if (own === '') return { kind: 'empty', words: cut(sent, longestWords) }
  const words = cut(own, longestWords)
  const files = mail.attachments.slice(0, 20).flatMap((name) => cleanText(`📎 ${oneLine(name).slice(0, 200)}`) ?? [])
  const all = [whole, ...(files.length ? [files.join('\n')] : [])].join('\n\n')
  return { kind: 'reply', words, whole: words === all ? null : all }
}

const mark = ' […]'

/** A text without what is too much, with a mark; `within`: so that both fit. */
export const cut = (text: string, most: number, within = false): string =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most - (within ? mark.length : 0))
        .toWellFormed()
        .trimEnd()}${mark}`

const machines = /^(mailer-daemon|postmaster|mail-?daemon|bounces?)([+._-][^@]*)?@/i
const bounceSubject =
  /^\s*(undeliver(able|ed)|delivery (status notification|failure|has failed)|mail delivery (failed|system|subsystem)|returned mail|failure notice|unzustellbar|配信(不能|エラー|できません)|送信(不能|エラー)|メール配信エラー|エラーメール)/i
const autoSubject =
  /^\s*[[【(]?(automatic reply|automatische antwort|auto-?matic response|auto(-|mated |mat(ed|ic) |\s)?(reply|response)|out[- ]of[- ](the[- ])?office|abwesenheits(notiz|meldung)|ich bin (derzeit )?nicht im büro|on (annual |parental )?(leave|vacation)|ooo\b|自動(応答|返信|送信)|(不在|休暇|休業)(通知|の(お知らせ|ご連絡|ご案内)|中)|(休暇|外出|出張|離席)中|受付完了|お問い?合わせを受け付けました)/i

/** By the headers of RFC 3834 and those that came before it, by a null sender, and by what such mails are called. */
export function sentByMachine({ from, subject, headers }: InboundMail): 'auto_reply' | 'bounce' | null {
  const header = (name: string) => (headers[name] ?? '').trim().toLowerCase()
  const report = header('content-type').startsWith('multipart/report')
  const sender = addressOf(from)
  if (
    headers['x-failed-recipients'] !== undefined ||
    (report && header('content-type').includes('delivery-status')) ||
    header('return-path') === '<>' ||
    sender === '' ||
    machines.test(sender)
  )
    return header('auto-submitted') === 'auto-replied' && !machines.test(sender) && sender !== ''
      ? 'auto_reply'
      : 'bounce'
  const submitted = header('auto-submitted')
  if (submitted !== '' && !/^no\b/.test(submitted)) return 'auto_reply'
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'].some((name) => headerSays(headers[name])))
    return 'auto_reply'
  if (/^(bulk|auto_reply|junk|list)\b/.test(header('precedence'))) return 'auto_reply'
  if (bounceSubject.test(subject)) return 'bounce'
  return autoSubject.test(subject) ? 'auto_reply' : null
}

const headerSays = (value: string | undefined) => value !== undefined && !/^\s*(no|false|0)\s*$/i.test(value)
