import { and, count, eq, gt, inArray, isNotNull, ne } from 'drizzle-orm'
import { addressKey } from '#app/accounts/same-name.ts'
import { domainOf, domainsOf, isFree, sameCompany } from '#app/advocacy/referrals/domains.ts'
import { mostInADay } from '#app/advocacy/referrals/referral.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { referrals, type ReferralCheck } from '#db/schema/advocacy-referrals.ts'

/** Who recommends us, as far as checks go by it. */
export interface Referrer {
  id: string
  accountId: string | null
  emailKey: string | null
  /** Of their company. */
  domain: string | null
}

/** What is suspicious about a lead, in the order of `referralChecks`; empty when nothing is. `code`: the link that was used; `inBulk`: by a program or a list. */
export async function checkLead(
  { tx, now }: TxCtx,
  { leadKey, referrer, code, inBulk }: { leadKey: string; referrer: Referrer; code: string | null; inBulk: boolean },
): Promise<ReferralCheck[]> {
  const domain = domainOf(leadKey)
  const found: ReferralCheck[] = []
  if (referrer.emailKey && addressKey(referrer.emailKey) === addressKey(leadKey)) found.push('self')
  if (sameCompany(domain, referrer.domain) || sameCompany(domain, domainOf(referrer.emailKey)))
    found.push('same_domain')
  const known = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.emailKey, leadKey), ne(contacts.id, referrer.id), ne(contacts.state, 'erased')))
    .limit(1)
  if (known.length) found.push('known_contact')
  if (domain && !isFree(domain)) {
    const owned = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(isNotNull(accounts.domain), inArray(accounts.domain, domainsOf(domain))))
      .limit(2)
    if (owned.some(({ id }) => id !== referrer.accountId)) found.push('known_account')
  }
  const earlier = await tx
    .select({ id: referrals.id })
    .from(referrals)
    .where(eq(referrals.leadEmailKey, leadKey))
    .limit(1)
  if (earlier.length) found.push('duplicate')
  if (code !== null || inBulk) {
    const same = code === null ? eq(referrals.contactId, referrer.id) : eq(referrals.code, code)
    const lately = tx
      .select({ id: referrals.id })
      .from(referrals)
      .where(and(same, gt(referrals.createdAt, now() - DAY)))
      .limit(mostInADay)
      .as('lately')
    if ((await tx.select({ n: count() }).from(lately))[0]!.n >= mostInADay) found.push('burst')
  }
  return found
}
