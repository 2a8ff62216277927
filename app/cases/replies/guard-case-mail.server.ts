import { eq } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import type { Message } from '#app/email/template.ts'
import { users } from '#db/schema/access.ts'
import { contacts } from '#db/schema/accounts.ts'
import { caseEntries } from '#db/schema/cases.ts'
import { caseMails } from '#db/schema/cases-replies.ts'

/** What a reply to a customer is made of; null when its entry is gone. */
export async function findCaseMail(ctx: Ctx, message: Message) {
  const [row] = await read(ctx)
    .select({
      caseId: caseMails.caseId,
      subject: caseMails.subject,
      language: caseMails.language,
      text: caseEntries.text,
      author: users.name,
      authorEmail: users.email,
      person: contacts.state,
    })
    .from(caseMails)
    .innerJoin(caseEntries, eq(caseEntries.id, caseMails.entryId))
    .leftJoin(users, eq(users.id, caseEntries.authorId))
    .leftJoin(contacts, eq(contacts.id, caseMails.contactId))
    .where(eq(caseMails.entryId, String(message.payload.entryId)))
  return row ?? null
}

type Guard = (ctx: TxCtx, message: Message) => Promise<string | null>

/** Before-send guard of the stream: a notice to a colleague by its own; a reply not once its person or its words are erased. */
export const guardCaseMail =
  (guardNotice: Guard): Guard =>
  async (ctx, message) => {
    if (message.template !== 'cases.reply') return guardNotice(ctx, message)
    const row = await findCaseMail(ctx, message)
    return !row || row.text === '' || row.person === null || row.person === 'erased' ? 'erased' : null
  }
