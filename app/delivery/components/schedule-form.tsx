import { Form } from '@remix-run/react'
import { CalendarClock } from 'lucide-react'
import { usualNotice } from '#app/delivery/schedule.ts'
import { scheduleWords as words } from '#app/delivery/schedule-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Launches at a chosen time: until then the owners of the accounts have a say. */
export function ScheduleForm({ launchKey, zone }: { launchKey: string; zone: string }) {
  const t = useT()
  return (
    <details className="rounded-lg border border-line bg-surface p-4">
      <summary className="cursor-pointer text-sm font-semibold">{t(words.later)}</summary>
      <Form method="post" className="mt-3 flex flex-col gap-3">
        <input type="hidden" name="launchKey" value={launchKey} />
        <p className="text-muted">{t(words.laterHint)}</p>
        <div className="flex flex-wrap items-end gap-3">
          <Input name="startsOn" type="datetime-local" label={t(words.startsOn, { zone })} required />
          <Input
            name="noticeDays"
            type="number"
            min={0}
            max={30}
            defaultValue={usualNotice}
            label={t(words.noticeDays)}
          />
          <Button icon={CalendarClock}>{t(words.schedule)}</Button>
        </div>
      </Form>
    </details>
  )
}
