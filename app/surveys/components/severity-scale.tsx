import { caseRuleWords } from '#app/surveys/case-rule-words.ts'
import { opensCase } from '#app/surveys/case-rule.ts'
import { severityWords } from '#app/surveys/words.ts'
import { scoresOf } from '#app/statistics/scale.ts'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import type { Metric } from '#db/enums/statistics.ts'
import type { CaseRule } from '#db/schema/surveys.ts'

const looks = {
  urgent: 'bg-danger-tint text-danger',
  high: 'bg-detractor-tint text-detractor',
  normal: 'bg-warning-tint text-warning',
  low: 'bg-sunken text-muted',
}

/** Every score with the case it opens: neighbours that open the same are one cell. */
export function SeverityScale({ metric, rule }: { metric: Metric; rule: CaseRule }) {
  const t = useT()
  const cells: { from: number; to: number; severity: ReturnType<typeof opensCase> }[] = []
  for (const score of scoresOf(metric)) {
    const severity = opensCase(rule, score)
    const last = cells.at(-1)
    if (last?.severity === severity) last.to = score
    else cells.push({ from: score, to: score, severity })
  }
  return (
    <ol className="flex flex-wrap gap-1">
      {cells.map(({ from, to, severity }) => (
        <li
          key={from}
          className={join(
            'flex min-w-16 flex-col rounded px-2 py-1 text-xs',
            severity ? looks[severity] : 'border border-line text-muted',
          )}
        >
          <span className="text-sm font-semibold tabular-nums">{from === to ? from : `${from}–${to}`}</span>
          {t(severity ? severityWords[severity] : caseRuleWords.noCase)}
        </li>
      ))}
    </ol>
  )
}
