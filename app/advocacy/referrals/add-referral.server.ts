import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { emailAddress } from '#app/accounts/email-address.ts'
import { keepReferral } from '#app/advocacy/referrals/keep-referral.server.ts'
import { leadInput } from '#app/advocacy/referrals/referral.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { rowLock } from '#db/lock.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import type { ReferralState } from '#db/schema/advocacy-referrals.ts'

export const addReferralInput = leadInput.extend({ contactId: z.string().max(64).refine(isId) })

const input = addReferralInput.extend({
  /** Who writes it down: a colleague, another program, or a list. */
  source: z.enum(['staff', 'api', 'file']).default('staff'),
  /** Of the personal link by which it came. */
  code: z.string().nullable().default(null),
  language: z.enum(['en', 'ja']).optional(),
})

const lockPerson = rowLock(contacts, contacts.id)

/**
 * A colleague, a program or a list says whom a customer recommended us to; what is suspicious goes to the review like any
 * other, and what comes in bulk is counted as a burst.
 * @returns the referral, the one that is there already included
 * @throws Invalid when the address can't be written to; NotFound without such a person
 */
export async function addReferral(
  ctx: Ctx,
  given: z.input<typeof input>,
): Promise<{ id: string; fresh: boolean; state: ReferralState }> {
  const { contactId, source, code, language, ...lead } = input.parse(given)
  authorise(ctx, 'advocates.edit')
  const email = emailAddress(lead.email)
  if (!email) throw new Invalid('email_invalid', { email: 'email_invalid' })
  const kept = await write(ctx, async (ctx) => {
    // One at a time of a person: what counts as too many in a day is counted.
    if (source !== 'staff') await lockPerson(ctx.tx, contactId)
    return keepReferral(ctx, {
      contactId,
      lead: { ...lead, email },
      code,
      source,
      language: language ?? (/[\u3040-\u30ff\u3400-\u9fff]/.test(lead.name + (lead.message ?? '')) ? 'ja' : 'en'),
      consentText: null,
      ownerId: ctx.actor.kind === 'user' ? ctx.actor.id : null,
    })
  })
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
