import { and, asc, eq } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations, suggestions } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

const most = 50

/** Colleagues whom customers named and nobody has decided on: of an account, or of this person's own accounts. */
export async function listSuggestions(ctx: Ctx, of: { accountId: string } | { mine: true }) {
  authorise(ctx, 'accounts.read')
  const rows = await read(ctx)
    .select({
      id: suggestions.id,
      name: suggestions.name,
      email: suggestions.email,
      at: suggestions.at,
      by: contacts.name,
      byEmail: contacts.emailKey,
      accountId: accounts.id,
      account: accounts.name,
      domain: accounts.domain,
      ownerId: accounts.ownerId,
      teamId: users.teamId,
      program: programs.name,
    })
    .from(suggestions)
    .innerJoin(invitations, eq(invitations.id, suggestions.invitationId))
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, suggestions.accountId))
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .where(
      and(
        eq(suggestions.state, 'waiting'),
        'accountId' in of ? eq(suggestions.accountId, of.accountId) : eq(accounts.ownerId, ctx.actor.id ?? ''),
      ),
    )
    .orderBy(asc(suggestions.at))
    .limit(most)
  return rows.map(({ byEmail, domain, ownerId, teamId, ...row }) => ({
    ...row,
    known: isKnownDomain(row.email, [domain, domainOf(byEmail)]),
    mayDecide: can(ctx.actor, 'contacts.edit', { ownerId, teamId }),
  }))
}
export type ShownSuggestion = Awaited<ReturnType<typeof listSuggestions>>[number]

const domainOf = (email: string | null) => (email === null ? null : (email.split('@').at(-1) ?? null))

/** Whether an address is of the company's own domain, or of the one who named it: else somebody has to look twice. */
export function isKnownDomain(email: string, domains: (string | null)[]): boolean {
  const theirs = domainOf(emailKey(email))
  return domains.some((domain) => domain && (theirs === domain.toLowerCase() || theirs?.endsWith(`.${domain.toLowerCase()}`))) // prettier-ignore
}
