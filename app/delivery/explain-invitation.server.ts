import { and, eq, exists, or, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { paceColumns } from '#app/delivery/plan-facts.server.ts'
import { whyOf, type Why } from '#app/delivery/why.ts'
import type { ContactRules } from '#db/enums/delivery.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations, preferences } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** Why an invitation was not sent, or waits; null when nothing keeps it. The numbers are those of today's rules. */
export async function explainInvitation(ctx: Ctx, id: string): Promise<Why | null> {
  authorise(ctx, 'accounts.read')
  const [found] = await read(ctx)
    .select(whyColumns(ctx))
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(invitations.id, id))
  return found?.reason ? whyOfRow(found, await findContactRules(ctx)) : null
}

/** What a sentence about an invitation needs of it, its program, and its person. */
export const whyColumns = (ctx: Ctx) => ({
  reason: invitations.reason,
  next: invitations.nextPossibleAt,
  tier: accounts.tier,
  halved: exists(
    read(ctx)
      .select({ id: preferences.contactId })
      .from(preferences)
      .where(
        and(
          eq(preferences.contactId, invitations.contactId),
          or(eq(preferences.scope, 'all'), eq(preferences.scope, sql`'program:' || ${invitations.programId}`)),
          eq(preferences.choice, 'half'),
        ),
      ),
  )
    .mapWith(Boolean)
    .as('halved'),
  program: paceColumns,
})

type WhyRow = Pick<Why, 'next'> & {
  reason: string | null
  tier: string | null
  halved: boolean
  program: Parameters<typeof whyOf>[2]['program']
}

export const whyOfRow = ({ reason, next, tier, halved, program }: WhyRow, rules: ContactRules): Why =>
  whyOf(reason ?? 'failed', next, { program, rules, person: { tier, halved } })
