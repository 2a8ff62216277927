import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { getMonthlyAdmin } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { monthlySettingsWords as words } from '#app/insights/monthly/monthly-settings-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { metricWords } from '#app/ui/class-words.ts'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { metrics, type Metric } from '#db/enums/statistics.ts'

type Admin = Awaited<ReturnType<typeof getMonthlyAdmin>>

interface Failed {
  about: string
  result: SubmissionResult
}

/** What each score should be: over all programs of a metric, and of single ones. */
export function Targets({
  programs,
  targets,
  failed,
}: Pick<Admin, 'programs' | 'targets'> & { failed: Failed | undefined }) {
  const t = useT()
  const used = metrics.filter((metric) => programs.some((program) => program.metric === metric))
  const rows = [
    ...used.map((metric) => ({ metric, programId: '', name: t(words.all, { metric: t(metricWords[metric]) }) })),
    ...programs.map(({ id, name, metric }) => ({ metric, programId: id, name })),
  ]
  return (
    <Card title={t(words.targets)}>
      <p className="text-xs text-muted">{t(words.targetsHint)}</p>
      {rows.length === 0 ? <p className="text-muted">{t(words.noPrograms)}</p> : null}
      <ul className="flex flex-col">
        {rows.map((row) => {
          const value = targets.find((one) => one.metric === row.metric && one.programId === row.programId)?.value
          const about = `target:${row.metric}:${row.programId}`
          return (
            <Target
              key={`${about}:${value ?? ''}`}
              {...row}
              value={value}
              result={failed?.about === about ? failed.result : undefined}
            />
          )
        })}
      </ul>
    </Card>
  )
}

function Target({
  metric,
  programId,
  name,
  value,
  result,
}: {
  metric: Metric
  programId: string
  name: string
  value: number | undefined
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const [, fields] = useForm<{ value: string }>({
    id: `target-${metric}-${programId || 'all'}`,
    lastResult: result,
    defaultValue: { value: value === undefined ? '' : String(value) },
  })
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <Form method="post" className="flex flex-wrap items-start justify-between gap-2">
        <input type="hidden" name="metric" value={metric} />
        <input type="hidden" name="programId" value={programId} />
        <span className="min-w-0 flex-1 basis-48 py-2">
          {name} {programId ? <span className="text-xs text-muted">{t(metricWords[metric])}</span> : null}
        </span>
        <span className="flex items-start gap-2">
          <Input
            field={fields.value}
            label={t(words.targetOf, { name })}
            hideLabel
            type="number"
            min={metric === 'nps' ? -100 : 0}
            max={100}
            className="w-24"
          />
          <Button name="intent" value="target">
            {t(uiWords.save)}
          </Button>
        </span>
      </Form>
    </li>
  )
}
