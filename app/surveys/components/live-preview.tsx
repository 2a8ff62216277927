import { useCallback, useEffect, useRef, useState, type MouseEvent } from 'react'
import { isLanguage, languages, type Language } from '#app/platform/languages.ts'
import { previewPath, viewOfField, type PreviewView } from '#app/surveys/preview-view.ts'
import { surveyWords as words } from '#app/surveys/words.ts'
import { classSigns, classWords } from '#app/ui/class-words.ts'
import { Select } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { languageName } from '#app/ui/language-names.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { classes, type Metric } from '#db/enums/statistics.ts'

/** Milliseconds without a key before what is typed is drawn. */
const rest = 350

const nameOf = (n: number) => `survey-preview${n || ''}`

/**
 * Mail and answer page on a phone, as the form around it says them, drawn by the same code as the customer's. With
 * script it follows the typing: each drawing is posted to a frame of its own, which takes the place of the one before
 * when it is there (no flicker, no entry in the history). Without script its buttons post the form to the frame.
 */
export function LivePreview({
  programId,
  metric,
  languages: spoken,
}: {
  programId: string
  metric: Metric
  languages: readonly Language[]
}) {
  const t = useT()
  const [view, setView] = useState<PreviewView>({ kind: 'page', language: useLocale() })
  const [first] = useState(view)
  const { frames, button, loaded, draw } = useFrames()
  const path = previewPath(programId, view)
  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    let timer: ReturnType<typeof setTimeout>
    const follow = (event: Event) => {
      const { name } = event.target as HTMLInputElement
      if (!/^(wording\.|brandId|questions|pace)/.test(name)) return
      setView((now) => viewOfField(name, now))
      clearTimeout(timer)
      if (event.type === 'input') timer = setTimeout(draw, rest)
    }
    /** A language that is chosen to be worked on, just added, or taken out. */
    const turn = (event: Event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[name=show]')
      const chosen = button?.value === 'more' ? new FormData(form).get('more') : button?.value
      if (isLanguage(chosen)) setView((now) => ({ ...now, language: chosen }))
      const gone = (event.target as Element).closest<HTMLButtonElement>('button[name=takeOut]')?.value
      if (gone) setView((now) => (now.language === gone ? { ...now, language: 'en' } : now))
    }
    form.addEventListener('input', follow)
    form.addEventListener('focusin', follow)
    form.addEventListener('click', turn)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', follow)
      form.removeEventListener('focusin', follow)
      form.removeEventListener('click', turn)
    }
  }, [button, draw])
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    draw()
  }, [path, draw])

  const choice = (label: string, to: PreviewView, chosen: boolean) => (
    <button
      key={label}
      type="submit"
      formAction={previewPath(programId, to)}
      formTarget={nameOf(0)}
      formNoValidate
      aria-pressed={chosen}
      onClick={(event: MouseEvent) => {
        event.preventDefault()
        setView(to)
      }}
      className={join(
        'inline-flex min-h-7 items-center rounded border px-2 text-xs font-medium',
        chosen ? 'border-accent bg-accent-tint text-accent' : 'border-control bg-surface hover:bg-sunken',
      )}
    >
      {label}
    </button>
  )
  const { kind, language, at, thanks, asks } = view
  return (
    <section
      aria-label={t(words.preview)}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4 xl:sticky xl:top-4"
    >
      <div className="flex flex-col gap-1">
        <h2 className="text-sm font-semibold">{t(words.preview)}</h2>
        <p className="text-xs text-muted">{t(words.previewLive)}</p>
      </div>
      <div className="flex flex-wrap gap-1" role="group" aria-label={t(words.showWhat)}>
        {choice(t(words.previewPage), { kind: 'page', language }, kind === 'page' && !at)}
        {classes.map(
          (one) =>
          choice(`${classSigns[one]} ${t(classWords[metric][one])}`, { kind: 'page', language, at: one, thanks, asks }, at === one), // prettier-ignore
        )}
        {choice(t(words.previewQuestions), { kind: 'page', language, at: at ?? 'high', asks: !asks }, asks === true)}
        {choice(t(words.previewThanks), { kind: 'page', language, at: at ?? 'high', thanks: !thanks }, thanks === true)}
        {choice(t(words.previewMail), { kind: 'mail', language }, kind === 'mail')}
      </div>
      {/* Without script the buttons above post it. */}
      <Select
        name="previewLanguage"
        label={t(words.previewLanguage)}
        value={language}
        onChange={({ target }) => isLanguage(target.value) && setView({ ...view, language: target.value })}
        options={languages
          .filter((one) => spoken.includes(one) || one === language)
          .map((one) => ({ value: one, label: languageName(t, one) }))}
      />
      <button ref={button} type="submit" hidden formAction={path} formNoValidate tabIndex={-1} />
      <div className="relative mx-auto h-[38rem] max-h-[calc(100dvh-14rem)] min-h-96 w-full max-w-[375px] overflow-hidden rounded-[1.75rem] border-4 border-control bg-sunken">
        {frames.map((n, i) => (
          <iframe
            key={n}
            name={nameOf(n)}
            title={t(words.preview)}
            src={n === 0 ? previewPath(programId, first) : undefined}
            sandbox="allow-same-origin"
            onLoad={(event) => loaded(n, event.currentTarget)}
            aria-hidden={i > 0 || undefined}
            className={join('absolute inset-0 size-full border-0 bg-surface', i > 0 && 'invisible')}
          />
        ))}
      </div>
    </section>
  )
}

/** The frame that is seen, and behind it the one that is being drawn. */
function useFrames() {
  const [frames, setFrames] = useState([0])
  const button = useRef<HTMLButtonElement>(null)
  const made = useRef(0)
  const seen = useRef<HTMLIFrameElement | null>(null)
  const draw = useCallback(() => {
    const next = ++made.current
    setFrames(([front]) => [front!, next])
  }, [])
  const back = frames[1]
  useEffect(() => {
    const submit = button.current
    if (back === undefined || !submit?.form) return
    submit.formTarget = nameOf(back)
    submit.form.requestSubmit(submit)
  }, [back])
  const loaded = (n: number, frame: HTMLIFrameElement) => {
    if (n === 0 && seen.current === null) seen.current = frame
    if (n === 0 || frame.contentWindow?.location.href === 'about:blank') return
    frame.contentWindow?.scrollTo(0, seen.current?.contentWindow?.scrollY ?? 0)
    seen.current = frame
    setFrames((now) => (now.includes(n) ? now.slice(now.indexOf(n)) : now))
  }
  return { frames, button, loaded, draw }
}
