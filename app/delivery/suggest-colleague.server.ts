import { and, count, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { contactSchema } from '#app/accounts/account.ts'
import { emailAddress } from '#app/accounts/email-address.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { DAY } from '#app/platform/day.ts'
import { Forbidden, Invalid, NotFound, TooMany } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { cleanText, emailKey } from '#app/platform/text.ts'
import { contacts } from '#db/schema/accounts.ts'
import { invitations, suggestions } from '#db/schema/delivery.ts'

/** Colleagues that people of one account may name within 24 hours. */
const mostADay = 10

const schema = z.object({ invitationId: z.string().max(60), name: z.string(), email: z.string() })

/**
 * "Ask my colleague": kept until somebody who looks after the account has agreed; nobody is written to before. One
 * colleague an invitation: naming another while it waits replaces the first.
 * @throws Invalid `name`, `email`; TooMany
 */
export async function suggestColleague(ctx: Ctx, input: z.input<typeof schema>): Promise<void> {
  const given = schema.parse(input)
  authorise(ctx, 'answer.give')
  const name = contactSchema.shape.name.safeParse(cleanText(given.name)?.replace(/\s+/g, ' '))
  const email = emailAddress(given.email)
  if (!name.success) throw new Invalid('invalid', { name: 'invalid' })
  if (email === null) throw new Invalid('email_invalid', { email: 'email_invalid' })
  await write(ctx, async (ctx) => {
    const { tx } = ctx
    const [found] = await tx
      .select({ contactId: invitations.contactId, accountId: invitations.accountId, own: contacts.emailKey })
      .from(invitations)
      .leftJoin(contacts, eq(contacts.id, invitations.contactId))
      .where(eq(invitations.id, given.invitationId))
    if (!found?.contactId) throw new NotFound()
    if (found.contactId !== ctx.actor.id) throw new Forbidden()
    if (emailKey(email) === found.own) throw new Invalid('email_own', { email: 'email_own' })
    const at = ctx.now()
    const ofAccount = found.accountId ? eq(suggestions.accountId, found.accountId) : isNull(suggestions.accountId)
    const [lately] = await tx
      .select({ n: count() })
      .from(suggestions)
      .where(and(ofAccount, gt(suggestions.at, at - DAY)))
    if (lately!.n >= mostADay) throw new TooMany(3600)
    const [kept] = await tx
      .insert(suggestions)
      .values({
        id: newId('sug', at),
        invitationId: given.invitationId,
        accountId: found.accountId,
        name: name.data,
        email,
        state: 'waiting',
        at,
      }) // prettier-ignore
      .onConflictDoUpdate({
        target: suggestions.invitationId,
        set: { name: name.data, email, at },
        setWhere: eq(suggestions.state, 'waiting'),
      })
      .returning({ id: suggestions.id })
    if (!kept) return // decided already
    await recordEvent(ctx, {
      type: 'delivery.colleague_suggested',
      subject: { kind: 'suggestion', id: kept.id },
      contactId: found.contactId,
      accountId: found.accountId,
      data: { invitationId: given.invitationId },
    })
  })
}

/** Takes it back, as long as nobody has decided. */
export async function dropSuggestion(ctx: Ctx, invitationId: string): Promise<void> {
  authorise(ctx, 'answer.give')
  await write(ctx, async ({ tx }) => {
    await tx
      .delete(suggestions)
      .where(and(eq(suggestions.invitationId, invitationId), eq(suggestions.state, 'waiting')))
  })
}
