import { and, eq, inArray } from 'drizzle-orm'
import { actorOf } from '#app/access/actor-of.server.ts'
import { can } from '#app/audit/can.ts'
import { as, type TxCtx } from '#app/audit/context.server.ts'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { maxEntry } from '#app/cases/case.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { after } from '#app/cases/transitions.ts'
import { addressOf } from '#app/email/address.ts'
import { emailKey } from '#app/platform/text.ts'
import { newId } from '#app/platform/ids.server.ts'
import { users } from '#db/schema/access.ts'
import { contacts } from '#db/schema/accounts.ts'
import { casePeople } from '#db/schema/cases.ts'
import { caseMails } from '#db/schema/cases-replies.ts'

export interface OwnMail {
  caseId: string
  sender: string
  subject: string
  words: string
  /** To whom it went beside us; null when that isn't known. */
  recipients: string[] | null
}

/** The active colleague whose address a mail comes from. */
export async function findColleague(ctx: TxCtx, sender: string) {
  const [user] = await ctx.tx
    .select({ id: users.id, name: users.name, teamId: users.teamId })
    .from(users)
    .where(and(eq(users.emailKey, emailKey(sender)), eq(users.state, 'active')))
  return user ?? null
}

/**
 * Files what a colleague wrote in their own mail program as theirs, as if they had written it down on the page: who of the
 * case it went to has a reply. A mail to nobody but us is a note.
 * @returns false when they may not work this case, or it takes no contact any more
 */
export async function fileOwnMail(
  ctx: TxCtx,
  colleague: { id: string; name: string; teamId: string | null },
  mail: OwnMail,
): Promise<boolean> {
  const { caseId } = mail
  const theirs = as(ctx, await actorOf(ctx, colleague)) as TxCtx
  const found = await findCase(theirs, caseId).catch(() => null)
  if (!found || !can(theirs.actor, 'cases.work', found) || !after(found.state, 'contact')) return false
  const text = mail.words.slice(0, maxEntry).toWellFormed()
  const others = mail.recipients?.map((one) => emailKey(addressOf(one))).filter((one) => !one.startsWith('reply+'))
  if (others && others.length === 0) {
    await addCaseNote(theirs, { caseId, text })
    return true
  }
  const reached = others ? await amongPeople(ctx, caseId, others) : []
  const entryId = newId('cen', ctx.now())
  // Somebody who writes to another address of the customer has answered whoever waits.
  await logContact(theirs, { caseId, kind: 'mail_out', text }, { entryId, ...(reached.length && { reached }) })
  const { subject } = mail
  await ctx.tx.insert(caseMails).values({ entryId, caseId, subject, messageId: null, language: 'en' })
  return true
}

/** The places on the case of those whom a mail went to. */
async function amongPeople(ctx: TxCtx, caseId: string, addresses: string[]): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: casePeople.id })
    .from(casePeople)
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(eq(casePeople.caseId, caseId), inArray(contacts.emailKey, addresses.slice(0, 200))))
  return rows.map((row) => row.id)
}
