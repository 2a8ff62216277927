import { z } from 'zod'
import { as, write, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { findCaseForMail, takeInMail } from '#app/cases/take-in-mail.server.ts'
import { fileOwnMail, findColleague, mayFile } from '#app/cases/replies/file-mail.server.ts'
import { addressOf, oneLine } from '#app/email/address.ts'
import { saysForged } from '#app/email/authentication.ts'
import { fetchInbound } from '#app/email/fetch-inbound.server.ts'
import { judgeInbound, type InboundMail, type InboundVerdict } from '#app/email/inbound.ts'
import { openReplyAddress, type ReplyRef } from '#app/email/reply-address.ts'
import { findInbound, settleInbound, type InboundRow } from '#app/email/settle-inbound.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { findReplySubject, type ReplySubject } from '#app/loop/find-reply-subject.server.ts'
import { recordReply } from '#app/voices/record-reply.server.ts'

const payloadSchema = z.object({ inboundId: z.string() })

/**
 * Job `loop.read-inbound`: reads a mail that came in and brings it where it belongs. All that follows is one
 * transaction under the mail's own state, so a kill, a second run or a second report leave one voice.
 */
export const readInbound: JobHandler = async (ctx, run) => {
  const row = await findInbound(ctx, payloadSchema.parse(run.payload).inboundId)
  if (row?.state !== 'waiting') return
  const mail = row.providerId ? await fetchInbound(row.providerId) : broughtAlong(row)
  const verdict = judgeInbound(mail)
  const ref = refOf(row) ?? openReplyAddress(ctx.keys, mail.to)
  const sender = oneLine(addressOf(mail.from)).slice(0, 254) || (row.sender ?? '')
  const forged = saysForged(mail.headers)
  const recipients = row.providerId ? mail.to : null
  await write(ctx, (ctx) => settle(ctx, row, { verdict, ref, sender, forged, recipients }))
}

const broughtAlong = ({ sender, subject, text }: InboundRow): InboundMail => ({
  from: sender ?? '',
  to: [],
  subject: subject ?? '',
  text: text ?? '',
  headers: {},
  attachments: [],
})

const refOf = ({ refKind, refId }: InboundRow): ReplyRef | null =>
  (refKind === 'invitation' || refKind === 'case') && refId ? { kind: refKind, id: refId } : null

interface Judged {
  verdict: InboundVerdict
  ref: ReplyRef | null
  sender: string
  /** The provider says that the sender isn't who it seems. */
  forged: boolean
  /** All that it went to; null when that wasn't kept. */
  recipients: string[] | null
}

async function settle(ctx: TxCtx, row: InboundRow, judged: Judged): Promise<void> {
  const { verdict, ref, sender } = judged
  const mail = { id: row.id, from: 'waiting' as const }
  const about = { refKind: ref?.kind ?? null, refId: ref?.id ?? null }
  const subject = verdict.kind === 'reply' && ref ? await findReplySubject(ctx, ref, sender) : null
  const own = subject?.contactId === null ? await colleagueOf(ctx, judged) : null
  if (own && subject) {
    const caseId = await findCaseForMail(ctx, subject)
    const theirs = caseId && (await mayFile(ctx, own, caseId))
    if (theirs) {
      const filed = { caseId, subject: row.subject ?? '', words: verdict.words, recipients: judged.recipients }
      if (await settleInbound(ctx, mail, { state: 'taken', ...about })) await fileOwnMail(theirs, filed)
      return
    }
  }
  // What a colleague wrote is no customer's voice, though it can't be theirs here.
  if (verdict.kind === 'reply' && subject && !own) {
    if (await settleInbound(ctx, mail, { state: 'taken', ...about }))
      await takeReply(ctx, { subject, sender, words: verdict.words, whole: verdict.whole, at: row.at })
    return
  }
  const state = verdict.kind === 'reply' ? 'unmatched' : verdict.kind
  const text = verdict.kind === 'reply' ? (verdict.whole ?? verdict.words) : verdict.words
  if (!(await settleInbound(ctx, mail, { state, text, ...about }))) return
  await recordEvent(ctx, { type: 'email.set_aside', subject: { kind: 'inbound_mail', id: row.id }, data: { state } })
}

/**
 * The colleague who wrote to a case's address from their own. The address is sealed and known only to colleagues and to
 * who was written to; beyond it the sender is believed unless the provider says that it is forged.
 */
const colleagueOf = async (ctx: TxCtx, { verdict, ref, sender, forged }: Judged) =>
  verdict.kind === 'reply' && ref?.kind === 'case' && !forged ? findColleague(ctx, sender) : null

/** The voice, and the open case of its customer, where the same words go into the timeline. */
export async function takeReply(
  ctx: TxCtx,
  reply: { subject: ReplySubject; sender: string | null; words: string; whole: string | null; at: number },
): Promise<string> {
  const { subject, words, whole, at } = reply
  const { contactId } = subject
  const speaker = (contactId ? as(ctx, { kind: 'contact', id: contactId }) : ctx) as TxCtx
  // Who assigned a mail that had fitted nobody answers for it.
  const actor = ctx.actor.kind === 'user' ? ctx : speaker
  const open = await findCaseForMail(ctx, subject)
  const caseId = open && (await takeInMail(speaker, { caseId: open, text: words })) ? open : null
  const sender = contactId ? null : reply.sender
  return recordReply(actor, { ...subject, caseId, sender, words, whole, at })
}
