import type { Askable } from '#app/advocacy/asking/list-askable.server.ts'
import type { ListedAsk } from '#app/advocacy/asking/list-asks.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { exponentOf } from '#app/ui/formats.ts'
import type { ReferralCheck, ReferralState, referralSources } from '#db/enums/advocacy-referrals.ts'

/* Advocacy as the API shows it: times in ISO 8601 UTC, our own customers by their ids, leads as they gave themselves. */

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export const presentAskable = (row: Askable) => ({
  contactId: row.contactId,
  accountId: row.accountId,
  language: row.language,
  nominatedAt: time(row.nominatedAt),
  can: row.blocks.length === 0,
  blocks: row.blocks,
})

export const presentAsk = (row: ListedAsk) => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  channel: row.channel,
  contactId: row.contactId,
  accountId: row.accountId,
  holderId: row.holderId,
  language: row.language,
  reservedAt: time(row.reservedAt),
  reservedUntil: row.state === 'reserved' ? time(row.reservedUntil) : null,
  dueAt: time(row.dueAt),
  sentAt: time(row.sentAt),
  remindedAt: time(row.remindedAt),
  answeredAt: time(row.answeredAt),
  laterAt: time(row.laterAt),
  doneAt: time(row.doneAt),
  endedAt: time(row.endedAt),
  cancelReason: row.cancelReason,
})

/** What a list and a page of one referral both know. */
interface Row {
  id: string
  state: ReferralState
  leadName: string | null
  leadEmail: string | null
  company: string | null
  checks: ReferralCheck[]
  reason: string | null
  dealMinor: number | null
  currency: string | null
  dealBaseMinor: number | null
  dealRate: string | null
  dealRateDay: number | null
  wonAt: number | null
  source: (typeof referralSources)[number]
  code: string | null
  createdAt: number
  contactId: string | null
  accountId: string | null
}

export const presentReferral = (row: Row) => ({
  id: row.id,
  state: row.state,
  checks: row.checks,
  lead: { name: row.leadName, email: row.leadEmail, company: row.company },
  referrerId: row.contactId,
  accountId: row.accountId,
  code: row.code,
  source: row.source,
  reason: row.reason,
  deal:
    row.dealMinor === null || row.currency === null
      ? null
      : {
          amount: decimal(row.dealMinor, row.currency),
          currency: row.currency,
          baseMinor: row.dealBaseMinor,
          rate: row.dealRate,
          rateFrom: row.dealRateDay === null ? null : isoOfDay(row.dealRateDay),
        },
  createdAt: time(row.createdAt),
  wonAt: time(row.wonAt),
})

/** Minor units as a decimal in text, with as many places as the currency has. */
function decimal(minor: number, currency: string): string {
  const places = exponentOf(currency)
  const digits = String(minor).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
