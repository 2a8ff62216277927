import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import type { Locale } from '#app/platform/words.ts'
import { inAudience } from '#app/surveys/audience.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { waveChoices } from '#db/schema/delivery.ts'
import type { Audience } from '#db/schema/surveys.ts'

/** Whom an owner has added, though the audience doesn't mean them. */
const addedTo = (waveId: string): SQL =>
  sql`exists (select 1 from ${waveChoices} where ${waveChoices.waveId} = ${waveId} and ${waveChoices.contactId} = ${contacts.id} and ${waveChoices.choice} = 'add')`

/** Who is looked at for a wave: its audience, and whom owners have added. */
export const meant = (waveId: string, audience: Audience, locale: Locale): SQL =>
  or(inAudience(audience, locale), addedTo(waveId))!

/** Accounts of which somebody is looked at for a wave. */
export const accountsMeant = (waveId: string, audience: Audience, locale: Locale): SQL =>
  sql`exists (select 1 from ${contacts} where ${and(eq(contacts.accountId, accounts.id), meant(waveId, audience, locale))})`
