import { and, eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { ReplyRef } from '#app/email/reply-address.ts'
import { emailKey } from '#app/platform/text.ts'
import { contacts } from '#db/schema/accounts.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'

export interface ReplySubject {
  accountId: string | null
  /** Only when the reply came from the address that was asked. */
  contactId: string | null
  invitationId: string | null
  caseId: string | null
}

/**
 * Whom a reply is from and what about. Whoever has the address may write to it (a mail is forwarded easily), so the
 * person is only who was asked when the sender's address is theirs, or was when the mail was sent.
 * @returns null when there is nobody to attach it to: the object is gone, was a test, or its person was erased
 */
export async function findReplySubject(ctx: Ctx, ref: ReplyRef, sender: string): Promise<ReplySubject | null> {
  const from = emailKey(sender)
  return ref.kind === 'case' ? ofCase(ctx, ref.id, from) : ofInvitation(ctx, ref.id, from)
}

async function ofInvitation(ctx: Ctx, id: string, from: string): Promise<ReplySubject | null> {
  const [found] = await read(ctx)
    .select({
      accountId: invitations.accountId,
      contactId: invitations.contactId,
      isTest: invitations.isTest,
      state: contacts.state,
      emailKey: contacts.emailKey,
    })
    .from(invitations)
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .where(eq(invitations.id, id))
  if (!found || found.isTest || found.contactId === null || found.state === 'erased') return null
  const known = found.emailKey === from || (await wasSentTo(ctx, id, from))
  return { accountId: found.accountId, contactId: known ? found.contactId : null, invitationId: id, caseId: null }
}

async function wasSentTo(ctx: Ctx, invitationId: string, from: string): Promise<boolean> {
  const [mail] = await read(ctx)
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.refKind, 'invitation'),
        eq(messages.refId, invitationId),
        eq(messages.toHmac, ctx.keys.fingerprint(from)),
      ),
    )
    .limit(1)
  return mail !== undefined
}

async function ofCase(ctx: Ctx, id: string, from: string): Promise<ReplySubject | null> {
  const [found] = await read(ctx).select({ accountId: cases.accountId }).from(cases).where(eq(cases.id, id))
  if (!found) return null
  const [person] = await read(ctx)
    .select({ id: contacts.id })
    .from(casePeople)
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(eq(casePeople.caseId, id), eq(contacts.emailKey, from)))
    .limit(1)
  return { accountId: found.accountId, contactId: person?.id ?? null, invitationId: null, caseId: id }
}
