import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { languages } from '#app/access/components/profile-form.tsx'
import type { getMonthlyAdmin } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { monthlySettingsWords as words } from '#app/insights/monthly/monthly-settings-words.ts'
import type { Locale } from '#app/platform/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

type Recipient = Awaited<ReturnType<typeof getMonthlyAdmin>>['recipients'][number]

/** The list of readers: most of them have no account. */
export function Recipients({
  recipients,
  language,
  result,
}: {
  recipients: Recipient[]
  language: Locale
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const [form, fields] = useForm<{ email: string; language: string }>({
    id: `recipient-${recipients.length}`,
    lastResult: result,
    defaultValue: { email: '', language },
    defaultNoValidate: false,
  })
  return (
    <Card title={t(words.recipients)}>
      {recipients.length === 0 ? (
        <div>
          <p className="font-medium">{t(words.noRecipients)}</p>
          <p className="text-muted">{t(words.noRecipientsText)}</p>
        </div>
      ) : (
        <ul className="flex flex-col">
          {recipients.map((one) => (
            <Row key={one.id} of={one} />
          ))}
        </ul>
      )}
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-3 border-t border-line pt-3">
        <FormErrors id={form.errorId} errors={form.errors} />
        <div className="flex flex-wrap items-start gap-3">
          <Input
            field={fields.email}
            label={t(words.email)}
            type="email"
            autoComplete="off"
            maxLength={254}
            required
            className="min-w-0 flex-1 basis-60"
          />
          <Select field={fields.language} label={t(words.language)} options={languages} />
        </div>
        <div>
          <Button name="intent" value="add">
            {t(words.add)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function Row({ of }: { of: Recipient }) {
  const t = useT()
  const format = useFormat()
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-t border-line py-2 first:border-t-0 first:pt-0">
      <span className="min-w-0">
        <span className="font-medium break-all">{of.email}</span>{' '}
        <span className="text-xs text-muted">
          {languages.find(({ value }) => value === of.language)?.label}
          {' · '}
          {of.state === 'stopped'
            ? t(words.stopped, { day: format.date(of.changedAt) })
            : t(words.links, { n: of.links })}
        </span>
      </span>
      {of.state === 'active' ? (
        <Form method="post" className="flex gap-2">
          <input type="hidden" name="id" value={of.id} />
          {of.links > 0 ? (
            <Button name="intent" value="revoke" size="sm" aria-label={`${t(words.revoke)}: ${of.email}`}>
              {t(words.revoke)}
            </Button>
          ) : null}
          <Button name="intent" value="remove" size="sm" aria-label={`${t(words.remove)}: ${of.email}`}>
            {t(words.remove)}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}
