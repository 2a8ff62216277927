import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, eq, gt, inArray, or, type SQL } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
import { messageFiles } from '#db/schema/email-files.ts'
import { inboundMails, messageBodies, messages, suppressions } from '#db/schema/email.ts'

const step = 200

/** Whose mails: by the address, and by what they are about, for it may have changed. Both have an index. */
export interface Whose {
  email: string | null
  /** The person, and everybody who was merged into them. */
  contactIds: string[]
  invitationIds: string[]
  /** Mails to them that are about something else, say replies on a case. */
  messageIds?: string[]
}

export const mailsTo = (ctx: Ctx, { contactIds, invitationIds, messageIds = [], email }: Whose): SQL =>
  or(
    email === null ? undefined : eq(messages.toHmac, ctx.keys.fingerprint(emailKey(email))),
    and(eq(messages.refKind, 'contact'), inArray(messages.refId, contactIds)),
    invitationIds.length ? and(eq(messages.refKind, 'invitation'), inArray(messages.refId, invitationIds)) : undefined,
    messageIds.length ? inArray(messages.id, messageIds) : undefined,
  )!

/** Mails to somebody who is erased: what waits never leaves, what was written goes. Nothing is sent to the address again. */
export async function eraseMails(ctx: TxCtx, whose: Whose): Promise<void> {
  const { tx } = ctx
  if (whose.email !== null) {
    await suppressAddress(ctx, { email: whose.email, reason: 'erased', source: 'erased', keepAddress: false })
    await tx
      .update(suppressions)
      .set({ email: null, reason: 'erased' })
      .where(eq(suppressions.toHmac, ctx.keys.fingerprint(emailKey(whose.email))))
  }
  await tx
    .update(messages)
    .set({ state: 'cancelled', stopReason: 'erased', leaseBy: null, leaseUntil: null })
    .where(and(mailsTo(ctx, whose), eq(messages.state, 'queued')))
  const rows = await tx.select({ id: messages.id, state: messages.state }).from(messages).where(mailsTo(ctx, whose))
  // What is on its way right now needs its address for as long as that takes; the sweep comes back for it.
  const ids = rows.filter((row) => row.state !== 'sending').map((row) => row.id)
  for (let at = 0; at < ids.length; at += step) {
    const some = ids.slice(at, at + step)
    await tx.delete(messageBodies).where(inArray(messageBodies.messageId, some))
    await tx.delete(messageFiles).where(inArray(messageFiles.messageId, some))
    await tx
      .update(messages)
      .set({ toEmail: '', toHmac: '', contactId: null, lastError: null })
      .where(inArray(messages.id, some))
  }
}

/** Whether a mail to the person is leaving at this moment. */
export async function isMailLeaving(ctx: Ctx, whose: Whose): Promise<boolean> {
  const [one] = await ctx.store.db
    .select({ id: messages.id })
    .from(messages)
    .where(and(mailsTo(ctx, whose), eq(messages.state, 'sending')))
    .limit(1)
  return one !== undefined
}

/**
 * What colleagues were written about the person: of these things, or with a mark of them in it. A reply to another customer
 * on the same case stays unless it names them. @returns false while one of them is on its way: it needs its words till then
 */
export async function scrubStaffMails(ctx: Ctx, marks: Marks, refIds: string[]): Promise<boolean> {
  let all = true
  for (let after = ''; ;) {
    const rows = await ctx.store.db
      .select({
        id: messageBodies.messageId,
        refId: messages.refId,
        state: messages.state,
        template: messages.template,
        subject: messageBodies.subject,
        text: messageBodies.text,
      }) // prettier-ignore
      .from(messageBodies)
      .innerJoin(messages, eq(messages.id, messageBodies.messageId))
      .where(and(inArray(messages.stream, ['case', 'staff', 'report']), gt(messageBodies.messageId, after)))
      .orderBy(asc(messageBodies.messageId))
      .limit(step)
    const about = rows.filter(
      (row) =>
        (row.template !== 'cases.reply' && refIds.includes(row.refId)) || isAbout(`${row.subject}\n${row.text}`, marks),
    )
    const told = about.filter((row) => row.state !== 'sending')
    if (told.length < about.length) all = false
    if (told.length)
      await write(
        ctx,
        ({ tx }) =>
        tx.delete(messageBodies).where(inArray(messageBodies.messageId, told.map((row) => row.id))), // prettier-ignore
      )
    if (rows.length < step) return all
    after = rows.at(-1)!.id
    await breathe()
  }
}

/** Mails that came in from the person or about them, and were nobody's. */
export async function scrubInbound(ctx: Ctx, marks: Marks, refIds: string[]): Promise<void> {
  for (let after = ''; ;) {
    const rows = await ctx.store.db
      .select()
      .from(inboundMails)
      .where(gt(inboundMails.id, after))
      .orderBy(asc(inboundMails.id))
      .limit(step)
    const told = rows.filter(
      (row) =>
        (row.sender ?? row.subject ?? row.text) !== null &&
        ((row.refId !== null && refIds.includes(row.refId)) ||
          isAbout([row.sender, row.subject, row.text].join('\n'), marks)),
    )
    if (told.length)
      await write(
        ctx,
        ({ tx }) =>
        tx
          .update(inboundMails)
          .set({ sender: null, subject: null, text: null })
          .where(inArray(inboundMails.id, told.map((row) => row.id))), // prettier-ignore
      )
    if (rows.length < step) return
    after = rows.at(-1)!.id
    await breathe()
  }
}
