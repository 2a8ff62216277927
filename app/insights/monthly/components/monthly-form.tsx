import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import type { getMonthlyAdmin } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { monthlySettingsWords as words } from '#app/insights/monthly/monthly-settings-words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { Input } from '#app/ui/field.tsx'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

type Admin = Awaited<ReturnType<typeof getMonthlyAdmin>>

interface Fields {
  enabled: string
  workingDay: string
  closeDays: string
}

/** When the page is sent, and what it says. */
export function MonthlyForm({
  settings,
  stages,
  lostStages,
  programs,
  last,
  due,
  result,
}: Pick<Admin, 'settings' | 'stages' | 'lostStages' | 'programs' | 'last'> & {
  due: { about: number; at: number }
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const busy = useBusy()
  const [form, fields] = useForm<Fields>({
    id: 'monthly',
    lastResult: result,
    defaultValue: {
      enabled: settings.enabled ? 'on' : '',
      workingDay: String(settings.workingDay),
      closeDays: String(settings.closeDays),
    },
    defaultNoValidate: false,
  })
  const names = (['none', 'account', 'person'] as const).map((value) => ({
    value,
    label: t(words[value]),
    hint: value === 'none' ? t(words.noneHint) : value === 'person' ? t(words.personHint) : undefined,
  }))
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <Card title={t(words.sending)}>
        <FormErrors id={form.errorId} errors={form.errors} />
        <Checkbox field={fields.enabled} label={t(words.enabled)} />
        <Input
          field={fields.workingDay}
          label={t(words.workingDay)}
          hint={t(words.workingDayHint)}
          type="number"
          min={1}
          max={20}
          required
          className="max-w-sm"
        />
        <p className="text-xs text-muted">
          {settings.enabled
            ? t(words.next, { day: format.dateTime(due.at), month: format.month(due.about) })
            : t(words.nextOff)}{' '}
          {last
            ? t(words.last, { at: format.dateTime(last.at), month: format.month(last.month), n: last.recipients })
            : null}
        </p>
      </Card>
      <Card title={t(words.page)}>
        <RadioGroup name="names" label={t(words.names)} options={names} defaultValue={settings.names} />
        <Input
          field={fields.closeDays}
          label={t(words.closeDays)}
          type="number"
          min={1}
          max={365}
          required
          className="max-w-sm"
        />
        {stages.length > 0 ? (
          <CheckboxGroup
            name="lostStages"
            label={t(words.lostStages)}
            hint={t(words.lostStagesHint)}
            options={stages.map((stage) => ({ value: stage, label: stage }))}
            defaultValues={lostStages}
            inline
          />
        ) : (
          <p className="text-muted">{t(words.noStages)}</p>
        )}
        {programs.length > 0 ? (
          <CheckboxGroup
            name="quoted"
            label={t(words.quoted)}
            hint={t(words.quotedHint)}
            options={programs.map(({ id, name, why }) => ({ value: id, label: name, hint: why[locale] }))}
            defaultValues={programs.map(({ id }) => id).filter((id) => !settings.unquoted.includes(id))}
          />
        ) : null}
      </Card>
      <div>
        <Button name="intent" value="settings" variant="primary" busy={busy}>
          {t(uiWords.save)}
        </Button>
      </div>
    </Form>
  )
}
