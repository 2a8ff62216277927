import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { putFiles, storeFiles } from '#app/cases/files/case-files.server.ts'
import type { GivenFile } from '#app/cases/files/case-file.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { addresseeOf } from '#app/cases/replies/addressee-of.server.ts'
import { replyInput } from '#app/cases/replies/reply.ts'
import { openVariables } from '#app/cases/replies/template.ts'
import { isAddress } from '#app/email/address.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { isSuppressed } from '#app/email/is-suppressed.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { caseEntries } from '#db/schema/cases.ts'
import { caseMails } from '#db/schema/cases-replies.ts'
import { messages } from '#db/schema/email.ts'

/**
 * Writes to one person of a case: the mail goes into the outbox, stands in the timeline and counts as a contact, all or
 * nothing. Pressed twice it is one mail.
 * @throws Invalid when the person has no address that may be written to, or the text leaves a variable open; Conflict
 * `reply_other` when the same page has sent other words before
 */
export async function sendReply(
  ctx: Ctx,
  input: z.input<typeof replyInput>,
  files: GivenFile[] = [],
): Promise<{ sent: boolean }> {
  const { caseId, casePersonId, subject, text, templateId, once } = replyInput.parse(input)
  if (files.length) authorise(ctx, 'cases.work', await findCase(ctx, caseId))
  const stored = files.length ? await storeFiles(ctx, files) : []
  return write(ctx, async (ctx) => {
    await lockCase(ctx.tx, caseId)
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    const key = `case-reply/${once}`
    if (await isSent(ctx, key, { subject, text })) return { sent: false }
    const to = await writableTo(ctx, caseId, casePersonId)
    for (const [field, typed] of [
      ['subject', subject],
      ['text', text],
    ] as const) {
      const [open] = openVariables(typed)
      if (open) throw new Invalid('reply_open', { [field]: 'reply_open' }, { name: open })
    }
    const entryId = newId('cen', ctx.now())
    await logContact(ctx, { caseId, kind: 'mail_out', text, casePersonId, templateId }, { entryId })
    await putFiles(ctx, caseId, stored, entryId)
    const messageId = await enqueueMessage(ctx, {
      key,
      files: stored,
      stream: 'case',
      template: 'cases.reply',
      payload: { entryId },
      to: { email: to.email, contactId: to.contactId },
      ref: { kind: 'case', id: caseId },
    })
    const { contactId, language } = to
    await ctx.tx.insert(caseMails).values({ entryId, caseId, contactId, subject, messageId, language })
    return { sent: true }
  })
}

/** Whether this mail is in the outbox already. Erased words are nobody's to compare. */
async function isSent(ctx: TxCtx, key: string, { subject, text }: { subject: string; text: string }): Promise<boolean> {
  const [known] = await ctx.tx
    .select({ subject: caseMails.subject, text: caseEntries.text })
    .from(messages)
    .leftJoin(caseMails, eq(caseMails.messageId, messages.id))
    .leftJoin(caseEntries, eq(caseEntries.id, caseMails.entryId))
    .where(eq(messages.key, key))
  if (known?.text && (known.text !== text || known.subject !== subject)) throw new Conflict('reply_other')
  return known !== undefined
}

/** @throws Invalid when they are nobody of this case whom a mail may go to */
async function writableTo(ctx: TxCtx, caseId: string, casePersonId: string) {
  const person = await addresseeOf(ctx, caseId, casePersonId)
  const email = person?.email ?? null
  if (!person || email === null || !isAddress(email))
    throw new Invalid('reply_address', { casePersonId: 'reply_address' })
  if (await isSuppressed(ctx, email)) throw new Invalid('reply_suppressed', { casePersonId: 'reply_suppressed' })
  return { ...person, email }
}
