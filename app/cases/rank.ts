import { DAY, daysUntil, HOUR } from '#app/platform/day.ts'
import { majorOf } from '#app/ui/formats.ts'
import type { RankPart } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'

/** What gives a case a head start in the queue. */
export interface RankFacts {
  severity: Severity
  /** A year of the account in its own currency, minor units. */
  arrMinor: number | null
  currency: string | null
  /** ISO day. */
  renewalOn: string | null
  /** Day number, where the organisation is. */
  today: number
}

/** Hours that a severity counts for. */
const severityHours: Partial<Record<Severity, number>> = { urgent: 48, high: 24 }

/** Days until the renewal, at most, and the hours that they count for. */
const renewalHours: [days: number, hours: number][] = [
  [30, 8],
  [60, 6],
  [90, 4],
]

/** A year's value from which an account counts for six and for three hours. */
const valueHours = [6, 3] as const
/**
 * The two bounds in major units of the account's own currency: round figures near ten and three million yen, fixed, so
 * that nobody's place moves with the exchange rate. In a currency that isn't here the value gives no head start.
 */
const valueBands: Record<string, readonly [number, number]> = {
  JPY: [10_000_000, 3_000_000],
  USD: [70_000, 20_000],
  EUR: [60_000, 20_000],
  GBP: [50_000, 15_000],
  CHF: [60_000, 18_000],
  AUD: [100_000, 30_000],
  CAD: [100_000, 30_000],
  NZD: [110_000, 35_000],
  SGD: [90_000, 27_000],
  HKD: [500_000, 150_000],
  CNY: [500_000, 150_000],
  TWD: [2_000_000, 600_000],
  KRW: [90_000_000, 27_000_000],
  INR: [6_000_000, 1_800_000],
  SEK: [700_000, 200_000],
  NOK: [700_000, 200_000],
  DKK: [450_000, 150_000],
}

/**
 * Place in the queue: the due time minus the head starts, in whole hours; the earlier, the more urgent. It holds until
 * something about the case changes, or a renewal comes into the next band overnight. `rankAt` + the hours = `dueAt`.
 */
export function rank(dueAt: number, facts: RankFacts): { rankAt: number; rankParts: RankPart[] } {
  const rankParts = [severityPart(facts), valuePart(facts), renewalPart(facts)].filter((part) => part !== null)
  return { rankAt: dueAt - hoursOf(rankParts) * HOUR, rankParts }
}

/** How many hours before its due time a case stands. */
export const hoursOf = (parts: readonly RankPart[]): number => parts.reduce((sum, part) => sum + part.hours, 0)

/** The due time that a place was worked out from; the place itself when nobody has explained it yet. */
export const rankedFrom = ({ rankAt, rankParts }: { rankAt: number; rankParts: RankPart[] | null }): number =>
  rankAt + hoursOf(rankParts ?? []) * HOUR

/** Once everybody got a reply, the case comes up again within a week. */
export const dueWhenReplied = (at: number): number => at + 7 * DAY

function severityPart({ severity }: RankFacts): RankPart | null {
  const hours = severityHours[severity]
  return hours ? { why: 'severity', hours, of: severity } : null
}

function valuePart({ arrMinor, currency }: RankFacts): RankPart | null {
  const bounds = currency === null ? undefined : valueBands[currency]
  if (arrMinor === null || currency === null || !bounds) return null
  const year = majorOf(arrMinor, currency)!
  const hours = valueHours[bounds.findIndex((bound) => year >= bound)]
  return hours ? { why: 'value', hours, of: arrMinor, currency } : null
}

function renewalPart({ renewalOn, today }: RankFacts): RankPart | null {
  const left = daysUntil(renewalOn, today)
  if (left === null || left < 0) return null
  const band = renewalHours.find(([days]) => left <= days)
  return band ? { why: 'renewal', hours: band[1], of: renewalOn! } : null
}
