import { and, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { domainOf, domainsOf, isFree } from '#app/advocacy/referrals/domains.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { can } from '#app/audit/can.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { sightOf } from '#app/responses/names.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** One referral: who recommended us to whom, what started it, and what it came to. @throws NotFound */
export async function getReferral(ctx: Ctx, id: string) {
  authorise(ctx, 'advocates.read')
  if (!isId(id)) throw new NotFound()
  const [row] = await read(ctx)
    .select({
      referral: referrals,
      referrer: contacts.name,
      account: accounts.name,
      owner: users.name,
      answer: { score: responses.score, class: responses.class, answeredAt: responses.answeredAt },
      metric: programs.metric,
    })
    .from(referrals)
    .leftJoin(contacts, eq(contacts.id, referrals.contactId))
    .leftJoin(accounts, eq(accounts.id, referrals.accountId))
    .leftJoin(users, eq(users.id, referrals.ownerId))
    .leftJoin(responses, and(eq(responses.id, referrals.responseId), shownTo(ctx)))
    .leftJoin(programs, eq(programs.id, responses.programId))
    .where(eq(referrals.id, id))
  if (!row) throw new NotFound()
  const { referral, answer, metric, ...names } = row
  const { searchKey: _, leadEmailKey, ...shown } = referral
  // Of somebody who turned unhappy, what they say now is not for everybody.
  const seen = answer?.class && metric && sightOf(ctx.actor, answer.class).names ? { ...answer, class: answer.class, metric } : null // prettier-ignore
  return {
    ...shown,
    ...names,
    answer: seen,
    known: leadEmailKey ? await knownAs(ctx, leadEmailKey, id) : { contact: null, account: null, others: [] },
    mayEdit: can(ctx.actor, 'advocates.edit'),
    mayErase: shown.erasedAt === null && can(ctx.actor, 'contacts.erase'),
  }
}

export type ShownReferral = Awaited<ReturnType<typeof getReferral>>

/** Whom we know of the lead by now: as a person, as a company, and from other referrals. */
async function knownAs(ctx: Ctx, leadKey: string, id: string) {
  const db = read(ctx)
  const domain = domainOf(leadKey)
  const [contact] = await db
    .select({ id: contacts.id, name: contacts.name })
    .from(contacts)
    .where(and(eq(contacts.emailKey, leadKey), ne(contacts.state, 'erased')))
  const [account] =
    domain && !isFree(domain)
      ? await db
          .select({ id: accounts.id, name: accounts.name })
          .from(accounts)
          .where(and(isNotNull(accounts.domain), inArray(accounts.domain, domainsOf(domain))))
          .limit(1)
      : []
  const others = await db
    .select({ id: referrals.id, state: referrals.state, createdAt: referrals.createdAt, referrer: contacts.name })
    .from(referrals)
    .leftJoin(contacts, eq(contacts.id, referrals.contactId))
    .where(and(eq(referrals.leadEmailKey, leadKey), ne(referrals.id, id)))
    .orderBy(desc(referrals.createdAt), desc(referrals.id))
    .limit(10)
  return { contact: contact ?? null, account: account ?? null, others }
}
