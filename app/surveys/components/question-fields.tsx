import { ArrowDown, ArrowUp, Plus, Trash2, Undo2 } from 'lucide-react'
import type { Language } from '#app/platform/languages.ts'
import { QuestionTexts } from '#app/surveys/components/question-texts.tsx'
import { mostOptions, mostQuestions } from '#app/surveys/question.ts'
import type { Typed } from '#app/surveys/typed.ts'
import { surveyWords as words } from '#app/surveys/words.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { classSigns, classWords } from '#app/ui/class-words.ts'
import { FieldErrors, Select } from '#app/ui/field.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { classes, type Metric } from '#db/enums/statistics.ts'
import { questionKinds, type QuestionKind } from '#db/enums/surveys.ts'

const kindWords = {
  choice: words.kindChoice,
  multi: words.kindMulti,
  text: words.kindText,
  rating: words.kindRating,
} satisfies Record<QuestionKind, unknown>

/**
 * The questions after the score. Adding, moving and taking out post the form to itself, which gives it back altered and
 * unsaved: it works without script, and what was typed stays.
 */
export function QuestionFields({ metric, spoken, typed }: { metric: Metric; spoken: Language[]; typed: Typed }) {
  const t = useT()
  const n = typed.list('questions').length
  return (
    <div className="flex flex-col gap-4" id="questions">
      <input type="hidden" name="withQuestions" value="on" />
      <input type="hidden" name="removed" value={typed.text('removed')} />
      {typed.text('removed') ? (
        <Notice tone="info" title={t(words.questionRemoved)}>
          <p>
            <Alter verb="restore" icon={Undo2} label={t(words.undo)} />
          </p>
        </Notice>
      ) : null}
      {n === 0 ? <p className="text-muted">{t(words.moreNone)}</p> : null}
      {Array.from({ length: n }, (_, i) => (
        <QuestionField
          key={`${i} ${typed.text(`questions[${i}].id`)}`}
          at={i}
          of={n}
          metric={metric}
          spoken={spoken}
          typed={typed}
        />
      ))}
      <div className="flex flex-wrap items-end justify-between gap-3">
        {n < mostQuestions ? <Alter verb="add" icon={Plus} label={t(words.addQuestion)} /> : <span />}
        {n > 1 ? (
          <Select
            label={t(words.pace)}
            name="pace"
            defaultValue={typed.text('pace') || 'one'}
            options={[
              { value: 'one', label: t(words.paceOne) },
              { value: 'all', label: t(words.paceAll) },
            ]}
          />
        ) : (
          <input type="hidden" name="pace" value={typed.text('pace') || 'one'} />
        )}
      </div>
    </div>
  )
}

interface QuestionProps {
  at: number
  of: number
  metric: Metric
  /** The languages that the program is asked in. */
  spoken: Language[]
  typed: Typed
}

function QuestionField({ at, of, metric, spoken, typed }: QuestionProps) {
  const t = useT()
  const name = `questions[${at}]`
  const title = t(words.questionN, { n: at + 1 })
  const rows = Math.max(2, typed.list(`${name}.options`).length)
  const field = (part: string) => ({
    name: `${name}.${part}`,
    defaultValue: typed.text(`${name}.${part}`),
    error: typed.error(`${name}.${part}`),
  })
  return (
    <fieldset className="group/q flex min-w-0 flex-col gap-3 rounded-lg border border-line p-4">
      <legend className="px-1 text-sm font-semibold">{title}</legend>
      <input type="hidden" name={`${name}.id`} value={typed.text(`${name}.id`)} />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Select
          label={t(words.questionKind)}
          {...field('kind')}
          options={questionKinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
        />
        <Select
          label={t(words.askWhom)}
          {...field('for')}
          options={[
            { value: 'any', label: t(words.askAll) },
            ...classes.map((one) => ({ value: one, label: `${classSigns[one]} ${t(classWords[metric][one])}` })),
          ]}
        />
        <Checkbox
          className="pb-2"
          label={t(words.needed)}
          name={`${name}.required`}
          defaultChecked={typed.checked(`${name}.required`)}
        />
      </div>
      <QuestionTexts name={`${name}.words`} label={words.questionText} max={300} rows={2} required typed={typed} />
      <div className="flex flex-col gap-3 group-has-[option[value=rating]:checked]/q:hidden group-has-[option[value=text]:checked]/q:hidden">
        <p className="text-sm font-medium">
          {t(words.choices)} <span className="text-xs font-normal text-muted">{t(words.choicesHint)}</span>
        </p>
        <FieldErrors errors={typed.error(`${name}.options`) ? [typed.error(`${name}.options`)!] : undefined} />
        {Array.from({ length: rows }, (_, n) => (
          <div key={n} className="flex flex-col gap-1">
            <input type="hidden" name={`${name}.options[${n}].id`} value={typed.text(`${name}.options[${n}].id`)} />
            <QuestionTexts
              name={`${name}.options[${n}].words`}
              label={words.choiceText}
              n={n + 1}
              max={120}
              typed={typed}
              hideLabel
            />
          </div>
        ))}
        {rows < mostOptions ? (
          <div>
            <Alter verb={`option-${at}`} icon={Plus} label={t(words.addChoice)} of={title} />
          </div>
        ) : null}
      </div>
      <LeftOut name={name} rows={rows} spoken={spoken} typed={typed} />
      <ButtonRow>
        {at > 0 ? <Alter verb={`up-${at}`} icon={ArrowUp} label={t(words.moveUp)} of={title} /> : null}
        {at < of - 1 ? <Alter verb={`down-${at}`} icon={ArrowDown} label={t(words.moveDown)} of={title} /> : null}
        <Alter verb={`remove-${at}`} icon={Trash2} label={t(words.removeQuestion)} of={title} />
      </ButtonRow>
    </fieldset>
  )
}

/** The languages of the program whose pages leave the question out, since some of its words are missing there. */
function LeftOut({ name, rows, spoken, typed }: { name: string; rows: number; spoken: Language[]; typed: Typed }) {
  const t = useT()
  const format = useFormat()
  const chosen = typed.text(`${name}.kind`) === 'choice' || typed.text(`${name}.kind`) === 'multi'
  const options = Array.from({ length: chosen ? rows : 0 }, (_, n) => `${name}.options[${n}].words`)
  const used = options.filter((path) => typed.text(`${path}.en`) || typed.text(`${path}.ja`))
  const missing = spoken.filter((one) => [`${name}.words`, ...used].some((path) => !typed.text(`${path}.${one}`)))
  if (!typed.text(`${name}.id`) || missing.length === 0) return null
  const names = format.list(missing.map((one) => languageName(t, one)))
  return <p className="text-xs text-warning">{t(words.leftOut, { languages: names })}</p>
}

/** A button that alters the questions of the form, which stays unsaved; the page comes back where they stand. */
function Alter({ verb, icon, label, of }: { verb: string; icon: typeof Plus; label: string; of?: string }) {
  return (
    <Button
      name="alter"
      value={verb}
      size="sm"
      icon={icon}
      formAction="#questions"
      formNoValidate
      aria-label={of ? `${label}: ${of}` : undefined}
    >
      {label}
    </Button>
  )
}
