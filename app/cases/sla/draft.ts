import { tiersOf, type Policy } from '#app/cases/sla/policy.ts'
import { severities, type Severity } from '#db/enums/surveys.ts'

/** Hours as they are typed. */
export type DraftCell = { reply?: string; resolve?: string }
/** One tier of the table as its form holds it; without a name for every other tier. */
export type DraftRow = { tier?: string } & Partial<Record<Severity, DraftCell>>
export interface Draft {
  base: number
  rows: DraftRow[]
}

const inHours = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

/** A policy as its form shows it. */
export function draftOf({ version, rows }: Policy): Draft {
  return {
    base: version,
    rows: tiersOf(rows).map((tier) => {
      const mine = rows.filter((row) => row.tier === tier)
      const cells = mine.map((row): [Severity, DraftCell] => [
        row.severity,
        { reply: inHours(row.replyMinutes), resolve: inHours(row.resolveMinutes) },
      ])
      return { tier, ...(Object.fromEntries(cells) as Record<Severity, DraftCell>) }
    }),
  }
}

/** One more tier, with the times of all others to begin with; one that is there is not added twice. */
export function withTier(draft: Draft, tier: string): Draft {
  if (tier === '' || draft.rows.some((row) => row.tier === tier)) return draft
  return { ...draft, rows: [...draft.rows, { ...draft.rows[0], tier }] }
}

/** Without a tier; the row of all others stays. */
export function withoutTier(draft: Draft, tier: string): Draft {
  return { ...draft, rows: draft.rows.filter((row, i) => i === 0 || row.tier !== tier) }
}

/** Name and value of every field of a draft, to be sent again as it was looked at. */
export function fieldsOf(draft: Draft): [string, string][] {
  const fields: [string, string][] = [['base', String(draft.base)]]
  for (const [i, row] of draft.rows.entries()) {
    fields.push([`rows[${i}].tier`, row.tier ?? ''])
    for (const severity of severities)
      for (const clock of ['reply', 'resolve'] as const)
        fields.push([`rows[${i}].${severity}.${clock}`, row[severity]?.[clock] ?? ''])
  }
  return fields
}
