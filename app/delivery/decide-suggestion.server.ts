import { and, eq, ne } from 'drizzle-orm'
import { contactSchema } from '#app/accounts/account.ts'
import { createContact, mayEdit } from '#app/accounts/save-contact.server.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { inviteContact, type Invited } from '#app/delivery/invite-contact.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { emailKey } from '#app/platform/text.ts'
import { contacts } from '#db/schema/accounts.ts'
import { invitations, suggestions } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

export interface Decided {
  name: string
  accountId: string | null
  /** Who it is now; null when it was refused. */
  contactId: string | null
  /** How they were invited; null when the program isn't live any more, or it was refused. */
  invited: Invited | null
}

/**
 * Who looks after an account agrees to a colleague whom a customer named, or doesn't. Agreed: they become a contact of the
 * account (or are one already) and are invited by the rules of everybody. What was typed is kept no longer than that.
 * @throws Conflict when it was decided already, or the address belongs to somebody of another account
 */
export async function decideSuggestion(ctx: Ctx, { id, approve }: { id: string; approve: boolean }): Promise<Decided> {
  return write(ctx, async (ctx) => {
    const [found] = await ctx.tx
      .select({
        suggestion: suggestions,
        programId: invitations.programId,
        language: invitations.language,
        state: programs.state,
      }) // prettier-ignore
      .from(suggestions)
      .innerJoin(invitations, eq(invitations.id, suggestions.invitationId))
      .innerJoin(programs, eq(programs.id, invitations.programId))
      .where(eq(suggestions.id, id))
    if (!found) throw new NotFound()
    const { suggestion, programId, language, state } = found
    await mayEdit(ctx, suggestion.accountId)
    const [taken] = await ctx.tx
      .update(suggestions)
      .set({
        state: approve ? 'approved' : 'refused',
        decidedBy: ctx.actor.id,
        decidedAt: ctx.now(),
        name: '',
        email: '',
      }) // prettier-ignore
      .where(and(eq(suggestions.id, id), eq(suggestions.state, 'waiting')))
      .returning({ id: suggestions.id })
    if (!taken) throw new Conflict('suggestion_decided')
    const { name, email, accountId } = suggestion
    const contactId = approve ? await personOf(ctx, { name, email, accountId, language }) : null
    if (contactId) await ctx.tx.update(suggestions).set({ contactId }).where(eq(suggestions.id, id))
    await recordEvent(ctx, {
      type: approve ? 'delivery.suggestion_approved' : 'delivery.suggestion_refused',
      subject: { kind: 'suggestion', id },
      accountId,
      contactId,
      data: { invitationId: suggestion.invitationId, ...(contactId && { contactId }) },
    })
    const invited =
      contactId && state === 'live' ? await inviteContact(ctx, { contactId, programId, source: 'colleague', externalId: id }) : null // prettier-ignore
    return { name, accountId, contactId, invited }
  })
}

type Named = Pick<typeof suggestions.$inferSelect, 'name' | 'email' | 'accountId'> & { language: Language }

async function personOf(
  ctx: Ctx & { tx: NonNullable<Ctx['tx']> },
  { name, email, accountId, language }: Named,
): Promise<string> {
  const [known] = await ctx.tx
    .select({ id: contacts.id, accountId: contacts.accountId })
    .from(contacts)
    .where(and(eq(contacts.emailKey, emailKey(email)), ne(contacts.state, 'erased')))
  if (known && known.accountId !== accountId) throw new Conflict('suggestion_elsewhere')
  return (
    known?.id ?? createContact(ctx, contactSchema.parse({ name, email, language, ...(accountId && { accountId }) }))
  )
}
