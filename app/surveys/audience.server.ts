import { and, inArray, ne, sql, type SQL } from 'drizzle-orm'
import type { Locale } from '#app/platform/words.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import type { Audience } from '#db/schema/surveys.ts'

/**
 * Who is meant by an audience, as a condition on contacts joined with their accounts (a left join: people without an
 * account are in unless a filter on accounts leaves them out). Erased people are in no audience.
 * @param otherwise the language of people who have none
 */
export function inAudience(audience: Audience, otherwise: Locale): SQL {
  const some = <T extends string>(column: Parameters<typeof inArray>[0] | SQL, list: T[] | undefined) =>
    list?.length ? inArray(column as SQL, list) : undefined
  return and(
    ne(contacts.state, 'erased'),
    some(accounts.tier, audience.tiers),
    some(accounts.region, audience.regions),
    some(accounts.industry, audience.industries),
    some(accounts.plan, audience.plans),
    some(accounts.stage, audience.stages),
    some(accounts.ownerId, audience.ownerIds),
    some(contacts.role, audience.roles),
    some(sql`coalesce(${contacts.language}, ${otherwise})`, audience.languages),
  )!
}
