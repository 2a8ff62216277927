/** Days back in which a case must have been opened for its times to count. */
export const timePeriods = [30, 90, 180, 365] as const
/** By what times are shown apart. */
export const timesBy = ['person', 'tier', 'region', 'cause'] as const
export type TimesBy = (typeof timesBy)[number]
/** Months of the funnel, the current one included. */
export const funnelMonths = 12
/** How far a case came: each step holds part of the one before. */
export const funnelSteps = ['opened', 'contacted', 'resolved', 'recovered'] as const
export type FunnelStep = (typeof funnelSteps)[number]
/** Why a case is late, in the order in which it is asked: the first that fits is the one that counts. */
export const lateWhys = ['put_off', 'away', 'unclaimed', 'reply', 'resolve'] as const
export type LateWhy = (typeof lateWhys)[number]
/** Ages of open cases in days of 24 hours since they were opened: each band from its number to below the next. */
export const ageBands = ['0', '1', '3', '7', '14', '30'] as const
export type AgeBand = (typeof ageBands)[number]

/** Days at which the band after this one begins; null for the last. */
export const bandEnd = (band: AgeBand): number | null => {
  const next = ageBands[ageBands.indexOf(band) + 1]
  return next === undefined ? null : Number(next)
}

/** The queue with exactly the cases that a number of the page counts. */
export const casesBehind = (query: Record<string, string | number | null | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] != null)
  return `/cases?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}
/** What is open, whether it was put off or not. */
export const openBehind = (query: Record<string, string | number | null | undefined>): string =>
  casesBehind({ scope: 'all', snoozed: 'with', ...query })
