import { Form } from '@remix-run/react'
import type { Overview } from '#app/insights/overview.ts'
import { todayWords as words } from '#app/insights/words.ts'
import { Button } from '#app/ui/button.tsx'
import { metricWords } from '#app/ui/class-words.ts'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { metrics } from '#db/enums/statistics.ts'

/** Which metric, and which of its programs. */
export function Choice({
  overview: { metric, programId, programs },
}: {
  overview: Pick<Overview, 'metric' | 'programId' | 'programs'>
}) {
  const t = useT()
  const used = metrics.filter((one) => one === metric || programs.some((program) => program.metric === one))
  const mine = programs.filter((program) => program.metric === metric)
  if (used.length < 2 && mine.length < 2) return null
  return (
    <div className="flex flex-col gap-3">
      {used.length > 1 ? (
        <Tabs
          label={t(words.metrics)}
          tabs={used.map((one) => ({ to: `/?metric=${one}`, label: t(metricWords[one]), current: one === metric }))}
        />
      ) : null}
      {mine.length > 1 ? (
        <Form method="get" className="flex items-end gap-2" key={`${metric} ${programId}`}>
          <input type="hidden" name="metric" value={metric} />
          <Select
            name="program"
            label={t(words.program)}
            empty={t(words.allPrograms)}
            options={mine.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={programId ?? ''}
            className="w-64 max-w-full"
          />
          <Button>{t(words.show)}</Button>
        </Form>
      ) : null}
    </div>
  )
}
