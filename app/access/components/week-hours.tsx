import { clockText } from '#app/access/calendar.ts'
import { calendarWords as words } from '#app/access/calendar-words.ts'
import type { Opening } from '#app/platform/working-time.ts'
import { FieldErrors, controlLook } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'

/** What a day off would be if it were worked. */
const usual = { from: 9 * 60, to: 17 * 60 }
const aMonday = Date.UTC(2026, 0, 5)

/** Seven rows, Monday first: worked or not, and from when to when. Works without a script. */
export function WeekHours({ week, errors }: { week: Opening[]; errors: Record<string, string[]> }) {
  const t = useT()
  const locale = useLocale()
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return (
    <ul className="flex flex-col gap-2">
      {week.map((opening, i) => {
        const day = weekday.format(aMonday + i * 86_400_000)
        const { from, to } = opening ?? usual
        const wrong = [...(errors[`days[${i}].from`] ?? []), ...(errors[`days[${i}].to`] ?? [])]
        const time = (name: 'from' | 'to', minute: number) => (
          <input
            aria-label={t(words[name], { day })}
            aria-invalid={wrong.length > 0 || undefined}
            name={`days[${i}].${name}`}
            defaultValue={clockText(minute)}
            inputMode="numeric"
            pattern="(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
            maxLength={5}
            required
            className={`${controlLook} min-h-9 max-w-20 text-center tabular-nums`}
          />
        )
        return (
          <li key={day} className="flex flex-col gap-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <label className="flex min-h-9 w-32 items-center gap-2">
                <input
                  type="checkbox"
                  name={`days[${i}].open`}
                  defaultChecked={opening !== null}
                  aria-label={t(words.open, { day })}
                  className="size-4 accent-accent"
                />
                {day}
              </label>
              <span className="flex items-center gap-2">
                {time('from', from)} – {time('to', to)}
              </span>
            </div>
            <FieldErrors errors={wrong} />
          </li>
        )
      })}
    </ul>
  )
}
