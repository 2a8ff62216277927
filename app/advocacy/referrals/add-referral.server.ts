import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { emailAddress } from '#app/accounts/email-address.ts'
import { keepReferral } from '#app/advocacy/referrals/keep-referral.server.ts'
import { leadInput } from '#app/advocacy/referrals/referral.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

export const addReferralInput = leadInput.extend({ contactId: z.string().max(64).refine(isId) })

/**
 * A colleague writes down whom a customer recommended us to; what is suspicious goes to the review like any other.
 * @returns the referral, the one that is there already included
 * @throws Invalid when the address can't be written to; NotFound without such a person
 */
export async function addReferral(
  ctx: Ctx,
  input: z.input<typeof addReferralInput>,
): Promise<{ id: string; fresh: boolean }> {
  const { contactId, ...lead } = addReferralInput.parse(input)
  authorise(ctx, 'advocates.edit')
  const email = emailAddress(lead.email)
  if (!email) throw new Invalid('email_invalid', { email: 'email_invalid' })
  const kept = await write(ctx, (ctx) =>
    keepReferral(ctx, {
      contactId,
      lead: { ...lead, email },
      code: null,
      source: 'staff',
      language: /[\u3040-\u30ff\u3400-\u9fff]/.test(lead.name + (lead.message ?? '')) ? 'ja' : 'en',
      consentText: null,
      ownerId: ctx.actor.kind === 'user' ? ctx.actor.id : null,
    }),
  )
  if (!kept) throw new NotFound()
  return kept
}

/** Whom a referral is written down for. @throws NotFound */
export async function getReferrer(ctx: Ctx, contactId: string) {
  authorise(ctx, 'advocates.edit')
  const [row] = isId(contactId)
    ? await read(ctx)
        .select({ id: contacts.id, name: contacts.name, account: accounts.name, state: contacts.state })
        .from(contacts)
        .leftJoin(accounts, eq(accounts.id, contacts.accountId))
        .where(eq(contacts.id, contactId))
    : []
  if (!row || row.state === 'erased') throw new NotFound()
  return row
}
