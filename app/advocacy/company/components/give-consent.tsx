import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useState } from 'react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { longestName, longestText } from '#app/advocacy/company/company-consent-form.ts'
import type { CompanyKind } from '#app/advocacy/company/company-texts.ts'
import { acceptedDocuments } from '#app/advocacy/company/document.ts'
import { companyWords as words } from '#app/advocacy/company/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FileInput, Input, Select, Textarea } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'

interface Fields {
  kind: string
  language: string
  text: string
  contactId: string
  agreedBy: string
  agreedOn: string
  expiresOn: string
  document: File
  tell: string
}

/** Keeps what a company agreed to; the standard words stand below while nothing else is typed. */
export function GiveConsent({
  people,
  texts,
  today,
  sent,
}: {
  people: { value: string; label: string }[]
  texts: { kind: CompanyKind; months: number; en: string; ja: string }[]
  today: string
  sent: SubmissionResult | undefined
}) {
  const t = useT()
  const busy = useBusy()
  const locale = useLocale()
  const [form, fields] = useForm<Fields>({
    lastResult: sent,
    defaultValue: { kind: texts[0]!.kind, language: locale, agreedOn: today },
    defaultNoValidate: false,
  })
  const [kind, setKind] = useState<string>(texts[0]!.kind)
  const [language, setLanguage] = useState<'en' | 'ja'>(locale)
  const standard = texts.find((one) => one.kind === kind)
  return (
    <Card title={t(words.add)}>
      <p className="text-xs text-muted">{t(words.addHint)}</p>
      <Form method="post" encType="multipart/form-data" {...getFormProps(form)} className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            field={fields.kind}
            label={t(words.kind)}
            options={texts.map((one) => ({ value: one.kind, label: t(askKindNames[one.kind]) }))}
            onChange={(event) => setKind(event.target.value)}
          />
          <Select
            field={fields.language}
            label={t(words.language)}
            options={[
              { value: 'en', label: 'English' },
              { value: 'ja', label: '日本語' },
            ]}
            onChange={(event) => setLanguage(event.target.value === 'ja' ? 'ja' : 'en')}
          />
        </div>
        {standard ? (
          <div className="rounded bg-sunken p-3 text-sm">
            <p className="text-xs text-muted">{t(words.standard)}</p>
            <p lang={language}>{standard[language]}</p>
          </div>
        ) : null}
        <Textarea field={fields.text} label={t(words.text)} hint={t(words.textHint)} rows={3} maxLength={longestText} />
        <Select field={fields.contactId} label={t(words.who)} empty={t(words.somebody)} options={people} />
        <Input field={fields.agreedBy} label={t(words.name)} maxLength={longestName} autoComplete="off" />
        <div className="grid items-end gap-3 sm:grid-cols-2">
          <Input field={fields.agreedOn} label={t(words.agreedOn)} type="date" max={today} required />
          <Input
            field={fields.expiresOn}
            label={t(words.expiresOn)}
            hint={t(words.expiresHint)}
            type="date"
            min={today}
            key={kind}
            defaultValue={standard?.months ? monthsAfterDay(today, standard.months) : ''}
          />
        </div>
        <FileInput
          field={fields.document}
          label={t(words.document)}
          hint={t(words.documentHint)}
          accept={acceptedDocuments}
        />
        <Checkbox field={fields.tell} label={t(words.tell)} />
        <div>
          <Button variant="primary" busy={busy}>
            {t(words.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

/** The day so many months after an ISO day, as its catalogue proposes; the last of a month stays one. */
function monthsAfterDay(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
