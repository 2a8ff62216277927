import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { referralFilter } from '#app/advocacy/referrals/referral.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { fold } from '#app/platform/text.ts'
import { referralStates, type ReferralState } from '#db/enums/advocacy-referrals.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { contains } from '#db/fragments.ts'
import { below } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'

/** A search looks through so many of the newest of a state. */
const searchedAtMost = 5_000

const shown = {
  id: referrals.id,
  state: referrals.state,
  leadName: referrals.leadName,
  leadEmail: referrals.leadEmail,
  company: referrals.company,
  checks: referrals.checks,
  dealMinor: referrals.dealMinor,
  currency: referrals.currency,
  dealBaseMinor: referrals.dealBaseMinor,
  dealRate: referrals.dealRate,
  dealRateDay: referrals.dealRateDay,
  wonAt: referrals.wonAt,
  source: referrals.source,
  reason: referrals.reason,
  code: referrals.code,
  createdAt: referrals.createdAt,
  contactId: referrals.contactId,
  referrer: contacts.name,
  accountId: referrals.accountId,
  account: accounts.name,
  owner: users.name,
}

const rowsOf = (ctx: Ctx, where: SQL | undefined, most: number) =>
  read(ctx)
    .select(shown)
    .from(referrals)
    .leftJoin(contacts, eq(contacts.id, referrals.contactId))
    .leftJoin(accounts, eq(accounts.id, referrals.accountId))
    .leftJoin(users, eq(users.id, referrals.ownerId))
    .where(where)
    .orderBy(desc(referrals.createdAt), desc(referrals.id))
    .limit(most)

/** Whom customers recommended us to, of one state, the newest first. `next` continues the list. */
export async function listReferrals(ctx: Ctx, input: z.input<typeof referralFilter> = {}) {
  const filter = referralFilter.parse(input)
  authorise(ctx, 'advocates.read')
  const from = readCursor(filter.after, 'number')
  const q = filter.q ? fold(filter.q) : ''
  const narrowed = and(
    eq(referrals.state, filter.state),
    filter.referrer ? eq(referrals.contactId, filter.referrer) : undefined,
  )
  const newest = () =>
    read(ctx)
      .select({ id: referrals.id })
      .from(referrals)
      .where(narrowed)
      .orderBy(desc(referrals.createdAt), desc(referrals.id))
      .limit(searchedAtMost)
  const where = and(
    narrowed,
    q ? and(inArray(referrals.id, newest()), contains(referrals.searchKey, q)) : undefined,
    from ? below(referrals.createdAt, referrals.id, from) : undefined,
  )
  const rows = await rowsOf(ctx, where, filter.limit + 1)
  const last = rows.length > filter.limit ? rows[filter.limit - 1]! : null
  return { referrals: rows.slice(0, filter.limit), next: last ? writeCursor(last.createdAt, last.id) : null }
}

export type ListedReferral = Awaited<ReturnType<typeof listReferrals>>['referrals'][number]

/** How many there are of each state, up to 1,000; one more means that there are more. */
export async function countReferrals(ctx: Ctx, referrer?: string): Promise<Record<ReferralState, number>> {
  authorise(ctx, 'advocates.read')
  const counts = {} as Record<ReferralState, number>
  for (const state of referralStates) {
    const where = and(eq(referrals.state, state), referrer ? eq(referrals.contactId, referrer) : undefined)
    counts[state] = await countUpTo(read(ctx), referrals, where, mostOnTab)
  }
  return counts
}

/** Whom one person recommended us to, in any state, the newest first, 200 at most. */
export async function referralsOf(ctx: Ctx, contactId: string): Promise<ListedReferral[]> {
  authorise(ctx, 'advocates.read')
  return rowsOf(ctx, eq(referrals.contactId, contactId), 200)
}
