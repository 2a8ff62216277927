import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { CalendarOff, Trash2 } from 'lucide-react'
import { calendarWords as words } from '#app/access/calendar-words.ts'
import { DAY } from '#app/platform/day.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Input } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

interface Props {
  days: { day: number; name: string; own: boolean }[]
  result: SubmissionResult | undefined
}

/** Days on which nobody works though the week says so, and a form for one more. */
export function DaysOff({ days, result }: Props) {
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  const [form, fields] = useForm<{ date: string; name: string }>({
    id: 'day',
    lastResult: result,
    defaultNoValidate: false,
  })
  return (
    <Card title={t(words.daysOff)}>
      {days.length === 0 ? (
        <Empty icon={CalendarOff} title={t(words.noneOff)} />
      ) : (
        <ul className="divide-y divide-line">
          {days.map(({ day, name, own }) => (
            <li key={day} className="flex min-h-9 flex-wrap items-center gap-x-3 py-1">
              <span className="w-28 shrink-0 tabular-nums">{format.date(day * DAY, { zone: 'UTC' })}</span>
              <span className="min-w-0 flex-1 break-words">{name}</span>
              <Badge tone={own ? 'info' : 'neutral'}>{t(own ? words.own : words.publicHoliday)}</Badge>
              <Form method="post">
                <input type="hidden" name="day" value={day} />
                <Button
                  name="intent"
                  value="remove"
                  variant="quiet"
                  size="sm"
                  icon={Trash2}
                  busy={busy}
                  aria-label={t(words.removeOf, { name })}
                />
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" {...getFormProps(form)} key={days.length} className="flex flex-wrap items-end gap-3">
        <Input field={fields.date} label={t(words.date)} type="date" required />
        <Input
          field={fields.name}
          label={t(words.name)}
          placeholder={t(words.nameExample)}
          maxLength={80}
          required
          className="min-w-40 flex-1"
        />
        <Button name="intent" value="add" busy={busy}>
          {t(words.addDay)}
        </Button>
      </Form>
    </Card>
  )
}
