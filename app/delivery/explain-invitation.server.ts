import { eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { whyOf, type Why } from '#app/delivery/why.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations, preferences } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** Why an invitation was not sent, or waits; null when nothing keeps it. The numbers are those of today's rules. */
export async function explainInvitation(ctx: Ctx, id: string): Promise<Why | null> {
  authorise(ctx, 'accounts.read')
  const db = read(ctx)
  const [found] = await db
    .select({
      reason: invitations.reason,
      next: invitations.nextPossibleAt,
      contactId: invitations.contactId,
      tier: accounts.tier,
      program: { minIntervalDays: programs.minIntervalDays, outsideRules: programs.outsideRules },
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(invitations.id, id))
  if (!found?.reason) return null
  const wishes = found.contactId
    ? await db
        .select({ choice: preferences.choice })
        .from(preferences)
        .where(eq(preferences.contactId, found.contactId))
    : []
  const person = { tier: found.tier, halved: wishes.some((wish) => wish.choice === 'half') }
  return whyOf(found.reason, found.next, { program: found.program, rules: await findContactRules(ctx), person })
}
