import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { fieldWords } from '#app/accounts/field-words.ts'
import { contactWords as words } from '#app/accounts/page-words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { languageOptions } from '#app/ui/language-names.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export interface ContactValues {
  name: string
  nameKana: string
  email: string
  accountId: string
  externalId: string
  phone: string
  title: string
  department: string
  role: string
  language: string
  zone: string
  isTest: string
  isShared: string
}

/** A person by hand; `seenAt` when they are there already. `account` is the one they belong to. */
export function ContactForm({
  values,
  account,
  seenAt,
  result,
  back,
}: {
  values: Partial<ContactValues>
  account: { id: string; name: string } | null
  seenAt?: number
  result: SubmissionResult | undefined
  back: string
}) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<ContactValues>({
    id: 'contact',
    lastResult: result,
    defaultValue: values,
    defaultNoValidate: false,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      {seenAt === undefined ? null : <input type="hidden" name="seenAt" value={seenAt} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Input field={fields.name} label={t(fieldWords.name)} required />
        <Input field={fields.nameKana} label={t(fieldWords.name_kana)} />
        <Input field={fields.email} type="email" label={t(fieldWords.email)} />
        <Select
          field={fields.accountId}
          label={t(words.account)}
          empty={t(words.noAccount)}
          options={account ? [{ value: account.id, label: account.name }] : []}
        />
        <Input field={fields.title} label={t(fieldWords.title)} />
        <Input field={fields.department} label={t(fieldWords.department)} />
        <Input field={fields.phone} type="tel" label={t(fieldWords.phone)} />
        <Input field={fields.role} label={t(fieldWords.role)} />
        <Select
          field={fields.language}
          label={t(fieldWords.language)}
          empty={t(uiWords.unknown)}
          options={languageOptions(t)}
        />
        <Input field={fields.zone} label={t(fieldWords.zone)} placeholder="Asia/Tokyo" />
        <Input field={fields.externalId} label={t(fieldWords.external_id)} />
      </div>
      <Checkbox field={fields.isTest} label={t(words.testHint)} />
      <Checkbox field={fields.isShared} label={t(words.shared)} hint={t(words.sharedHint)} />
      <ButtonRow>
        <Button variant="primary" busy={busy}>
          {t(uiWords.save)}
        </Button>
        <LinkButton to={back} variant="quiet">
          {t(uiWords.cancel)}
        </LinkButton>
      </ButtonRow>
    </Form>
  )
}
