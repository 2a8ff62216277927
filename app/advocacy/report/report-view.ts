/** Days that are offered as a period, today included. */
export const reportPeriods = [30, 90, 180, 365] as const
/** How far it came: the first four count people, each step among those of the one before, the others referrals. */
export const reportSteps = ['promoters', 'asked', 'accepted', 'acted', 'leads', 'qualified', 'won'] as const
export type ReportStep = (typeof reportSteps)[number]
/** The steps that count people. */
export const peopleSteps = ['promoters', 'asked', 'accepted', 'acted'] as const
export type PeopleStep = (typeof peopleSteps)[number]
/** The steps that count referrals. */
export const leadSteps = ['leads', 'qualified', 'won'] as const
export type LeadStep = (typeof leadSteps)[number]
/** By what the numbers are shown apart. */
export const reportBys = ['kind', 'language', 'tier', 'industry', 'holder'] as const
export type ReportBy = (typeof reportBys)[number]
/** By what promoters can be told apart before anybody asks them. */
export const promoterBys: readonly ReportBy[] = ['language', 'tier', 'industry']
/** How long ago an advocate was asked, in days: each band from its number to below the next. */
export const askedBands = ['never', '0', '30', '90', '180', '365'] as const
export type AskedBand = (typeof askedBands)[number]
/** What a list behind a number holds: a step, deals won in the period whenever they came, or advocates by their last ask. */
export const behindLists = [...reportSteps, 'closed', 'idle'] as const
export type BehindList = (typeof behindLists)[number]

/** Days at which a band begins and the next one does; null where there is no end, and for those who were never asked. */
export function bandDays(band: AskedBand): { from: number; to: number | null } | null {
  if (band === 'never') return null
  const next = askedBands[askedBands.indexOf(band) + 1]
  return { from: Number(band), to: next === undefined ? null : Number(next) }
}

/** The period as a query says it, so that a link means the same days. */
export type PeriodQuery = { days?: string; from?: string; to?: string }

/** The list of exactly those whom a number of the report counts. `group`: of a row; null for the row without a value. */
export function behind(
  period: PeriodQuery,
  list: BehindList,
  more: { by?: ReportBy; group?: string | null; band?: AskedBand } = {},
): string {
  const query = new URLSearchParams({ list, ...period })
  if (more.by) query.set('by', more.by)
  if (more.by && more.group === null) query.set('none', '1')
  else if (more.group) query.set('group', more.group)
  if (more.band) query.set('band', more.band)
  return `/advocacy/report/list?${query.toString()}`
}
