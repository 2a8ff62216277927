import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { clockText } from '#app/access/calendar.ts'
import type { NotificationSettings } from '#app/notifications/get-settings.server.ts'
import { noticeSettingsWords as words } from '#app/notifications/settings-words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** Quiet hours and the time of the digest. */
export function TimesForm({
  settings: { quiet, quietFrom, quietTo, digestAt, zone },
  result,
}: {
  settings: NotificationSettings
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<{ quiet: string; quietFrom: string; quietTo: string; digestAt: string }>({
    id: 'times',
    lastResult: result,
    defaultValue: {
      quiet: quiet ? 'on' : '',
      quietFrom: clockText(quietFrom),
      quietTo: clockText(quietTo),
      digestAt: clockText(digestAt),
    },
    defaultNoValidate: false,
  })
  return (
    <Card title={t(words.when)}>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="times" />
        <Checkbox field={fields.quiet} label={t(words.quiet)} />
        <div className="grid grid-cols-2 gap-4 sm:max-w-80">
          <Input field={fields.quietFrom} type="time" label={t(words.quietFrom)} required />
          <Input field={fields.quietTo} type="time" label={t(words.quietTo)} required />
        </div>
        <Input
          field={fields.digestAt}
          type="time"
          step={900}
          label={t(words.digestAt)}
          required
          className="sm:max-w-80"
        />
        <p className="text-xs text-muted">{t(words.zone, { zone })}</p>
        <div>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
