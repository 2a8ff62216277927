import { useId } from 'react'
import type { Language } from '#app/platform/languages.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Select } from '#app/ui/field.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'

const frame = 'survey-preview'

const look =
  'inline-flex min-h-9 items-center rounded border border-control bg-surface px-2 text-xs font-medium hover:bg-sunken'

/**
 * Mail and answer page as they are saved, at phone and desktop width. Works without script: a form loads the frame,
 * radio buttons set its width.
 */
export function PreviewPanel({ programId, languages }: { programId: string; languages: readonly Language[] }) {
  const t = useT()
  const locale = useLocale()
  const id = useId()
  const path = (kind: 'mail' | 'page') => `/programs/${programId}/preview/${kind}`
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-sm font-semibold">{t(surveyWords.preview)}</h2>
        <p className="text-xs text-muted">{t(surveyWords.previewLead)}</p>
      </div>
      <div className="group/width flex min-w-0 flex-col gap-3">
        <form target={frame} className="flex flex-wrap items-end gap-2" aria-label={t(surveyWords.showWhat)}>
          <Select
            name="language"
            label={t(surveyWords.previewLanguage)}
            defaultValue={locale}
            options={languages.map((one) => ({ value: one, label: languageName(t, one) }))}
          />
          <button className={look} formAction={path('mail')}>
            {t(surveyWords.previewMail)}
          </button>
          <button className={look} formAction={path('page')}>
            {t(surveyWords.previewPage)}
          </button>
        </form>
        <fieldset className="flex flex-wrap gap-4">
          <legend className="sr-only">{t(surveyWords.width)}</legend>
          <label className="flex min-h-6 items-center gap-2 text-xs">
            <input
              type="radio"
              form={`${id}-none`}
              name={`${id}-width`}
              value="phone"
              defaultChecked
              className="size-4 accent-accent"
            />
            {t(surveyWords.phone)}
          </label>
          <label className="flex min-h-6 items-center gap-2 text-xs">
            <input
              type="radio"
              form={`${id}-none`}
              name={`${id}-width`}
              value="desktop"
              data-desktop
              className="size-4 accent-accent"
            />
            {t(surveyWords.desktop)}
          </label>
        </fieldset>
        <div className="overflow-x-auto rounded border border-line bg-sunken">
          <iframe
            name={frame}
            title={t(surveyWords.preview)}
            src={`${path('mail')}?language=${locale}`}
            sandbox="allow-same-origin"
            className="mx-auto block h-[40rem] w-[375px] max-w-full border-0 bg-surface group-has-[[data-desktop]:checked]/width:w-[960px] group-has-[[data-desktop]:checked]/width:max-w-none"
          />
        </div>
      </div>
    </div>
  )
}
