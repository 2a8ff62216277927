import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { audienceLists, type AudienceList } from '#app/surveys/program.ts'
import type { Typed } from '#app/surveys/typed.ts'
import { audienceWords, surveyWords } from '#app/surveys/words.ts'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { languageOptions } from '#app/ui/language-names.ts'
import { useT } from '#app/ui/locale.tsx'

export interface Counted {
  audience: number
  invited: number
  complete: boolean
}

/** Whom the program is for, by the values that the customers have, with the count of now. */
export function AudienceFields({
  programId,
  values,
  typed,
  counted,
}: {
  programId: string
  values: Record<AudienceList, { value: string; label: string }[]>
  typed: Typed
  counted: Counted
}) {
  const t = useT()
  const fetcher = useFetcher<Counted>()
  const box = useRef<HTMLDivElement>(null)
  const { submit } = fetcher
  useEffect(() => {
    const form = box.current?.closest('form')
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = (event: Event) => {
      const { name } = event.target as HTMLInputElement
      if (!name.startsWith('audience.') && name !== 'minIntervalDays' && name !== 'outsideRules') return
      clearTimeout(timer)
      timer = setTimeout(
        () => form && submit(new FormData(form), { method: 'post', action: `/programs/${programId}/audience` }),
        400,
      )
    }
    form?.addEventListener('change', changed)
    return () => {
      clearTimeout(timer)
      form?.removeEventListener('change', changed)
    }
  }, [programId, submit])
  const now = fetcher.data ?? counted
  return (
    <div ref={box} className="flex flex-col gap-4">
      <p
        role="status"
        className="rounded bg-accent-tint px-3 py-2 text-accent tabular-nums"
        aria-busy={fetcher.state !== 'idle'}
      >
        {t(surveyWords.audienceCount, { audience: now.audience, invited: now.invited })}{' '}
        {now.complete ? null : t(surveyWords.audiencePartly)}
      </p>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        {audienceLists.map((list) => {
          const chosen = typed.list(`audience.${list}`)
          const offered = list === 'languages' ? languageOptions(t) : values[list]
          // A value that no customer has any more stays until it is unticked.
          const gone = chosen
            .filter((value) => !offered.some((option) => option.value === value))
            .map((value) => ({ value, label: value }))
          const options = [...offered, ...gone]
          return options.length === 0 ? (
            <div key={list} className="flex flex-col gap-1">
              <p className="text-sm font-medium">{t(audienceWords[list])}</p>
              <p className="text-xs text-muted">{t(surveyWords.noValues)}</p>
            </div>
          ) : (
            <CheckboxGroup
              key={list}
              label={t(audienceWords[list])}
              name={`audience.${list}`}
              options={options}
              defaultValues={chosen}
              className="max-h-64 overflow-y-auto"
            />
          )
        })}
      </div>
    </div>
  )
}
