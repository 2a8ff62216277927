import { slaWords as words } from '#app/cases/sla/words.ts'
import { longest, shortest } from '#app/cases/sla/policy.ts'
import type { DraftRow } from '#app/cases/sla/draft.ts'
import { severityWords } from '#app/cases/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { controlLook, FieldErrors } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { severities } from '#db/enums/surveys.ts'

/** The gravest first, as somebody would read it. */
const order = severities.toReversed()

/** The times of one tier: a row for each severity, hours until the first reply and until it is resolved. */
export function SlaTable({
  row,
  at,
  alone,
  errors,
}: {
  row: DraftRow
  /** Which row of the form. */
  at: number
  /** No tier has times of its own. */
  alone: boolean
  errors: Record<string, string[] | null>
}) {
  const t = useT()
  const tier = row.tier || ''
  const name = tier ? t(words.tier, { tier }) : t(alone ? words.allTiers : words.otherTiers)
  const wrong = Object.entries(errors).filter(([field]) => field.startsWith(`rows[${at}]`))
  return (
    <Card
      title={name}
      actions={
        tier ? (
          <Button size="sm" variant="quiet" name="intent" value={`drop:${tier}`} formNoValidate>
            {t(words.drop, { tier })}
          </Button>
        ) : null
      }
    >
      <input type="hidden" name={`rows[${at}].tier`} value={tier} />
      <table className="w-full text-sm">
        <caption className="sr-only">{name}</caption>
        <thead className="text-left align-bottom text-xs text-muted">
          <tr>
            <th scope="col" className="pr-3 pb-1 font-normal">
              {t(words.severity)}
            </th>
            <th scope="col" className="pr-3 pb-1 font-normal">
              {t(words.reply)}
            </th>
            <th scope="col" className="pb-1 font-normal">
              {t(words.resolve)}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((severity) => (
            <tr key={severity}>
              <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">
                {t(severityWords[severity])}
              </th>
              {(['reply', 'resolve'] as const).map((clock) => (
                <td key={clock} className="py-1 pr-3">
                  <input
                    type="number"
                    name={`rows[${at}].${severity}.${clock}`}
                    defaultValue={row[severity]?.[clock] ?? ''}
                    aria-label={t(clock === 'reply' ? words.replyOf : words.resolveOf, {
                      tier: name,
                      severity: t(severityWords[severity]),
                    })}
                    aria-invalid={errors[`rows[${at}].${severity}.${clock}`] ? true : undefined}
                    min={shortest / 60}
                    max={longest / 60}
                    step={0.25}
                    required
                    className={`${controlLook} min-h-9 max-w-28 tabular-nums max-sm:max-w-24`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FieldErrors errors={[...new Set(wrong.flatMap(([, said]) => said ?? []))]} />
    </Card>
  )
}
