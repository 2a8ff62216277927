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
import { cut } from '#app/email/inbound.ts'
import { openReplyAddress } from '#app/email/reply-address.ts'
import { emailKey } from '#app/platform/text.ts'
import { newId } from '#app/platform/ids.server.ts'
import { users } from '#db/schema/access.ts'
import { contacts } from '#db/schema/accounts.ts'
import { casePeople } from '#db/schema/cases.ts'
import { caseMails } from '#db/schema/cases-replies.ts'

export interface OwnMail {
  caseId: string
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

/** @returns the colleague's own context; null when they may not work this case, or it takes no contact any more */
export async function mayFile(
  ctx: TxCtx,
  colleague: { id: string; name: string; teamId: string | null },
  caseId: string,
): Promise<TxCtx | null> {
  const theirs = as(ctx, await actorOf(ctx, colleague)) as TxCtx
  const found = await findCase(theirs, caseId).catch(() => null)
  return found && can(theirs.actor, 'cases.work', found) && after(found.state, 'contact') ? theirs : null
}

/**
 * Files what a colleague wrote in their own mail program as theirs, as if they had written it down on the page: who of the
 * case it went to has a reply. A mail to nobody but us and colleagues is a note. `theirs`: of `mayFile`.
 */
export async function fileOwnMail(theirs: TxCtx, mail: OwnMail): Promise<void> {
  const { caseId, subject } = mail
  const text = cut(mail.words, maxEntry, true).toWellFormed()
  const sentTo = mail.recipients?.filter((one) => openReplyAddress(theirs.keys, [one]) === null)
  const addresses = sentTo?.map((one) => emailKey(addressOf(one)))
  const reached = addresses ? await amongPeople(theirs, caseId, addresses) : []
  if (addresses && reached.length === 0 && (await besideColleagues(theirs, addresses)).length === 0)
    return void (await addCaseNote(theirs, { caseId, text }))
  const entryId = newId('cen', theirs.now())
  const places = reached.map((one) => one.id)
  // Somebody who writes to another address of the customer has answered whoever waits.
  await logContact(theirs, { caseId, kind: 'mail_out', text }, { entryId, ...(places.length && { reached: places }) })
  const contactId = reached.length === 1 ? reached[0]!.contactId : null
  await theirs.tx.insert(caseMails).values({ entryId, caseId, contactId, subject, messageId: null, language: 'en' })
}

/** The places on the case of those whom a mail went to. */
async function amongPeople(ctx: TxCtx, caseId: string, addresses: string[]) {
  return ctx.tx
    .select({ id: casePeople.id, contactId: casePeople.contactId })
    .from(casePeople)
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(eq(casePeople.caseId, caseId), inArray(contacts.emailKey, addresses.slice(0, 200))))
}

/** Addresses that are no colleague's, also of one who has left. */
async function besideColleagues(ctx: TxCtx, addresses: string[]): Promise<string[]> {
  const rows = await ctx.tx.select({ key: users.emailKey }).from(users).where(inArray(users.emailKey, addresses.slice(0, 200))) // prettier-ignore
  return addresses.filter((one) => one !== '' && !rows.some(({ key }) => key === one))
}
