import { z } from 'zod'
import { severities, type Severity } from '#db/enums/surveys.ts'

/** Minutes of working time. */
export interface Target {
  replyMinutes: number
  resolveMinutes: number
}

export interface PolicyRow extends Target {
  /** As in the accounts; empty for every tier that has no row of its own. */
  tier: string
  severity: Severity
}

export interface Policy {
  /** 0 until somebody saves one. */
  version: number
  rows: PolicyRow[]
}

const day = 8 * 60

/** Until somebody says otherwise: a first reply within a quarter of an eight-hour day to two days, a resolution within two to ten. */
export const defaultTargets: Record<Severity, Target> = {
  urgent: { replyMinutes: 120, resolveMinutes: 2 * day },
  high: { replyMinutes: 240, resolveMinutes: 3 * day },
  normal: { replyMinutes: 480, resolveMinutes: 5 * day },
  low: { replyMinutes: 960, resolveMinutes: 10 * day },
}

export const defaultPolicy: Policy = {
  version: 0,
  rows: severities.map((severity) => ({ tier: '', severity, ...defaultTargets[severity] })),
}

/** What is promised to an account of a tier: the row of the tier, else that of all. */
export function targetOf(rows: PolicyRow[], tier: string | null, severity: Severity): Target {
  const fits = rows.filter((row) => row.severity === severity)
  const { replyMinutes, resolveMinutes } =
    fits.find((row) => row.tier !== '' && row.tier === tier) ??
    fits.find((row) => row.tier === '') ??
    defaultTargets[severity]
  return { replyMinutes, resolveMinutes }
}

/** Tiers in a policy, all others (empty) first. */
export const tiersOf = (rows: PolicyRow[]) => [...new Set(['', ...rows.map((row) => row.tier).sort()])]

/** A quarter of an hour to sixty eight-hour days: how far ahead a promise may reach. */
export const shortest = 15
export const longest = 60 * day
export const mostTiers = 20

/** Hours as somebody types them. */
const hours = z.coerce
  .number()
  .min(shortest / 60)
  .max(longest / 60)

const cell = z.object({ reply: hours, resolve: hours })

/** A table of hours as its page sends it, one row a tier. */
const tableSchema = z
  .array(
    z.object({
      tier: z.string().trim().max(80).default(''),
      urgent: cell,
      high: cell,
      normal: cell,
      low: cell,
    }),
  )
  .min(1)
  .max(mostTiers)

export const policyInput = z.object({
  /** The version that the page showed. */
  base: z.coerce.number().int().min(0),
  rows: tableSchema,
})
export const savePolicyInput = policyInput.extend({ open: z.enum(['move', 'leave']) })

export type PolicyTable = z.output<typeof tableSchema>

/** What is wrong with a table that its shape doesn't tell, by the name of the field. */
export function wrongIn(table: PolicyTable): Record<string, string> {
  const wrong: Record<string, string> = {}
  for (const [i, row] of table.entries()) {
    if ((row.tier === '') !== (i === 0)) wrong[`rows[${i}].tier`] = 'sla_tier'
    if (table.findIndex((other) => other.tier === row.tier) < i) wrong[`rows[${i}].tier`] = 'sla_tier_twice'
    for (const severity of severities)
      if (row[severity].reply > row[severity].resolve) wrong[`rows[${i}].${severity}.resolve`] = 'sla_resolve_first'
  }
  return wrong
}

/** A table as its version is stored: a row for each tier and severity. */
export function rowsOf(table: PolicyTable): PolicyRow[] {
  return table.flatMap((row) =>
    severities.map((severity) => ({
      tier: row.tier,
      severity,
      replyMinutes: Math.round(row[severity].reply * 60),
      resolveMinutes: Math.round(row[severity].resolve * 60),
    })),
  )
}

/** Whether two tables promise the same, in whatever order they stand. */
export function isSame(a: PolicyRow[], b: PolicyRow[]): boolean {
  const text = (rows: PolicyRow[]) =>
    rows
      .map((row) => [row.tier, row.severity, row.replyMinutes, row.resolveMinutes].join(' '))
      .sort()
      .join('\n')
  return text(a) === text(b)
}
