import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
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

/** The entries of a case that are mails of ours to somebody, or are called after them. */
export async function mailsAbout(ctx: TxCtx, caseId: string, contactId: string, marks: Marks): Promise<Set<string>> {
  const rows = await ctx.tx
    .select({ id: caseMails.entryId, contactId: caseMails.contactId, subject: caseMails.subject })
    .from(caseMails)
    .where(eq(caseMails.caseId, caseId))
  const theirs = rows.filter((row) => row.contactId === contactId || isAbout(row.subject, marks))
  return new Set(theirs.map((row) => row.id))
}

/** The messages that carry replies to a person, on any case. */
export async function repliesTo(ctx: TxCtx, contactIds: string[]): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: caseMails.messageId })
    .from(caseMails)
    .where(and(inArray(caseMails.contactId, contactIds), isNotNull(caseMails.messageId)))
  return rows.flatMap((row) => row.id ?? [])
}
