import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { calendarWords as words } from '#app/access/calendar-words.ts'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { ZoneSelect } from '#app/access/components/zone-select.tsx'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** What a calendar is called and where its clocks are: of one that is there, or of one more. */
export function CalendarName({
  calendar,
  zones,
  result,
}: {
  calendar?: { name: string; zone: string }
  zones: string[]
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<{ name: string; zone: string }>({
    id: 'calendar-name',
    lastResult: result,
    defaultValue: calendar,
    defaultNoValidate: false,
  })
  return (
    <Card title={t(calendar ? words.nameAndZone : words.another)}>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        {calendar ? null : <p className="text-muted">{t(words.anotherHint)}</p>}
        <div className="grid gap-4 sm:grid-cols-2">
          <Input
            field={fields.name}
            label={t(words.calendarName)}
            placeholder={t(words.calendarNameExample)}
            maxLength={80}
            required
          />
          <ZoneSelect field={fields.zone} label={t(words.zone)} zones={zones} required />
        </div>
        <ButtonRow>
          <Button name="intent" value="name" busy={busy}>
            {t(calendar ? uiWords.save : uiWords.add)}
          </Button>
          {calendar ? (
            <Button name="intent" value="delete" variant="quiet" formNoValidate>
              {t(words.removeCalendar)}
            </Button>
          ) : null}
        </ButtonRow>
      </Form>
    </Card>
  )
}
