import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useState } from 'react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { laterMonths } from '#app/advocacy/asking/ask.ts'
import { handWords as words, wayWords } from '#app/advocacy/asking/hand-words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Input, Select, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { askWays } from '#db/enums/advocacy.ts'

interface Fields {
  way: string
  text: string
  answer: string
  months: string
  language: string
  told: string
  note: string
}

/** What a colleague notes of an ask: of one by hand that and how they asked, of any what the person said. */
export function SaidForm({
  ask,
  notes,
  sent,
}: {
  ask: { id: string; language: string; words: { en: string; ja: string }; note: string | null }
  /** That they asked is still to be noted. */
  notes: boolean
  sent: SubmissionResult | undefined
}) {
  const t = useT()
  const busy = useBusy(`/asks/${ask.id}`)
  const spoken = ask.language === 'ja' ? 'ja' : 'en'
  const [language, setLanguage] = useState<'en' | 'ja'>(spoken)
  const [form, fields] = useForm<Fields>({
    lastResult: sent,
    defaultValue: { way: 'phone', answer: 'none', months: '3', language: spoken, note: ask.note ?? '' },
    defaultNoValidate: false,
  })
  return (
    <Card title={t(notes ? words.noteTitle : words.saidTitle)}>
      <p className="text-xs text-muted">{t(notes ? words.noteLead : words.saidLead)}</p>
      <Form method="post" action={`/asks/${ask.id}`} {...getFormProps(form)} className="flex flex-col gap-4">
        <input type="hidden" name="intent" value={notes ? 'note' : 'said'} />
        <FormErrors id={form.errorId} errors={form.errors} />
        {notes ? (
          <>
            <RadioGroup
              field={fields.way}
              label={t(words.way)}
              inline
              options={askWays.map((value) => ({ value, label: t(wayWords[value]) }))}
            />
            <Textarea
              field={fields.text}
              label={t(words.text)}
              hint={t(words.textHint)}
              rows={4}
              maxLength={2000}
              required
            />
          </>
        ) : null}
        <RadioGroup
          field={fields.answer}
          label={t(words.said)}
          inline
          options={(['none', 'accept', 'later', 'decline'] as const).map((value) => ({
            value,
            label: t(words[value]),
          }))}
        />
        <div className="grid items-end gap-3 sm:grid-cols-2">
          <Select
            field={fields.months}
            label={t(words.months)}
            options={laterMonths.map((n) => ({ value: String(n), label: String(n) }))}
          />
          <Select
            field={fields.language}
            label={t(words.spoken)}
            options={[
              { value: 'en', label: 'English' },
              { value: 'ja', label: '日本語' },
            ]}
            onChange={(event) => setLanguage(event.target.value === 'ja' ? 'ja' : 'en')}
          />
        </div>
        <div className="flex flex-col gap-2 rounded bg-sunken p-3">
          <p className="text-xs text-muted">{t(words.words)}</p>
          <q lang={language} className="[quotes:none]">
            {ask.words[language]}
          </q>
          <Checkbox field={fields.told} label={t(words.told)} />
        </div>
        <Input field={fields.note} label={t(words.note)} maxLength={2000} autoComplete="off" />
        <div>
          <Button variant="primary" busy={busy}>
            {t(words.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
