import { and, eq, inArray } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { caseMails } from '#db/schema/cases-replies.ts'
import { messages } from '#db/schema/email.ts'

export interface ShownMail {
  subject: string
  /** Of the message that carries it; null for a mail that left elsewhere. */
  state: (typeof messages.$inferSelect)['state'] | null
  bounced: boolean
}

/** What mails of ours were called and what became of them, by the id of their entry. */
export async function mailsOfCase(ctx: Ctx, caseId: string): Promise<Map<string, ShownMail>> {
  const rows = await read(ctx)
    .select({
      entryId: caseMails.entryId,
      subject: caseMails.subject,
      state: messages.state,
      delivery: messages.delivery,
    })
    .from(caseMails)
    .leftJoin(messages, eq(messages.id, caseMails.messageId))
    .where(eq(caseMails.caseId, caseId))
    .limit(500)
  return new Map(
    rows.map(({ entryId, delivery, ...mail }) => [
      entryId,
      { ...mail, bounced: delivery === 'bounced' || delivery === 'complained' },
    ]),
  )
}

/** What the mails of these entries were called goes with their words. */
export async function blankMails(ctx: TxCtx, entryIds: string[]): Promise<void> {
  if (entryIds.length)
    await ctx.tx.update(caseMails).set({ subject: '', contactId: null }).where(inArray(caseMails.entryId, entryIds))
}

/** The entries of a case that are mails of ours to somebody. */
export async function mailsTo(ctx: TxCtx, caseId: string, contactId: string): Promise<Set<string>> {
  const rows = await ctx.tx
    .select({ id: caseMails.entryId })
    .from(caseMails)
    .where(and(eq(caseMails.caseId, caseId), eq(caseMails.contactId, contactId)))
  return new Set(rows.map((row) => row.id))
}
