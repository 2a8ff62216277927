import { FileText } from 'lucide-react'
import { useRef, useState } from 'react'
import type { FormOf, toldTo } from '#app/cases/components/case-form.tsx'
import { TemplatePicker, type Offered } from '#app/cases/components/template-picker.tsx'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { longestSubject } from '#app/cases/replies/template.ts'
import { replyWords as words } from '#app/cases/replies/words.ts'
import { caseWords } from '#app/cases/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useT } from '#app/ui/locale.tsx'

interface Put {
  template: Offered
  before: { text: string; caret: number; subject: string }
  /** Nothing was typed since. */
  fresh: boolean
  /** Whom it was filled in for. */
  person: string | undefined
}

interface Props {
  of: FormOf
  field: ReturnType<typeof toldTo>
  /** Who can be written to. */
  people: ShownCase['people']
  /** Of a mail to one of them, until somebody writes another. */
  subjectFor: (person: string | undefined) => string
  /** Whether the mail is what is being written: the rest is out of sight otherwise. */
  shown: boolean
  /** Somebody wants a template, and so writes a mail. */
  onMail: () => void
}

/** To whom and about what, and the templates to begin with. They go into the form's text, behind what stands there. */
export function MailFields({ of, field, people, subjectFor, shown, onMail }: Props) {
  const t = useT()
  const hydrated = useHydrated()
  const box = useRef<HTMLDivElement>(null)
  const [picking, setPicking] = useState(false)
  const [person, setPerson] = useState(
    people.find(({ id }) => id === field('casePersonId').defaultValue)?.id ?? people[0]?.id,
  )
  const [put, setPut] = useState<Put | null>(null)
  const textOf = () => box.current?.closest('form')?.querySelector<HTMLTextAreaElement>('textarea[name=text]') ?? null
  const lineOf = () => box.current?.querySelector<HTMLInputElement>('input[name=subject]') ?? null

  function take(template: Offered) {
    const [text, line] = [textOf(), lineOf()]
    if (!text) return
    const before = { text: text.value, caret: text.selectionEnd, subject: line?.value ?? '' }
    const around = before.text.slice(0, before.caret)
    const gap = around === '' || around.endsWith('\n\n') ? '' : around.endsWith('\n') ? '\n' : '\n\n'
    text.setRangeText(gap + template.body, before.caret, before.caret, 'end')
    if (line && template.subject && line.value === subjectFor(person)) line.value = template.subject
    setPicking(false)
    setPut({ template, before, fresh: true, person })
    text.focus()
    text.scrollIntoView({ block: 'nearest' })
    // Once somebody types on, taking it out would take their words along.
    text.addEventListener('input', () => setPut((now) => now && { ...now, fresh: false }), { once: true })
  }
  function takeBack({ before }: Put) {
    const [text, line] = [textOf(), lineOf()]
    if (!text) return
    text.value = before.text
    if (line) line.value = before.subject
    text.focus()
    text.setSelectionRange(before.caret, before.caret)
    setPut(null)
  }
  /** Words that were filled in for one person must not go to another. */
  function turnTo(other: string) {
    const line = lineOf()
    if (line && line.value === subjectFor(person)) line.value = subjectFor(other)
    setPerson(other)
    if (put?.fresh && put.person !== other) takeBack(put)
  }
  const otherwise = put !== null && put.person !== person ? people.find(({ id }) => id === put.person) : undefined

  return (
    <div ref={box} className="contents">
      {hydrated ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button
            type="button"
            size="sm"
            icon={FileText}
            data-keys="i"
            aria-keyshortcuts="i"
            aria-expanded={picking}
            onClick={() => {
              onMail()
              setPicking(!picking)
            }}
          >
            {t(words.templates)}
          </Button>
          <span role="status" className="text-xs text-muted">
            {put ? t(words.inserted, { name: put.template.name }) : ''}
          </span>
          {put?.fresh ? (
            <Button type="button" size="sm" variant="quiet" onClick={() => takeBack(put)}>
              {t(words.takeBack)}
            </Button>
          ) : null}
        </div>
      ) : null}
      {picking && shown ? (
        <TemplatePicker
          caseId={of.caseId}
          person={person ?? null}
          onTake={take}
          onLeave={() => {
            setPicking(false)
            textOf()?.focus()
          }}
        />
      ) : null}
      {put ? <input type="hidden" name="templateId" value={put.template.id} /> : null}
      {shown && people.length > 0 ? (
        <>
          <Select
            label={t(words.to)}
            {...field('casePersonId')}
            onChange={({ target }) => turnTo(target.value)}
            options={people.map(({ id, name, email }) => ({
              value: id,
              label: name ? `${name} (${email})` : (email ?? t(caseWords.unknownPerson)),
            }))}
          />
          {otherwise ? (
            <Notice tone="warning">
              {t(words.filledForOther, { name: otherwise.name ?? t(caseWords.unknownPerson) })}
            </Notice>
          ) : null}
          <Input
            label={t(words.subject)}
            name="subject"
            defaultValue={field('subject').defaultValue ?? subjectFor(person)}
            error={field('subject').error}
            maxLength={longestSubject}
          />
        </>
      ) : null}
    </div>
  )
}
