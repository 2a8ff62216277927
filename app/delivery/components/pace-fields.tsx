import { mostDays, mostPeople } from '#app/delivery/pace.ts'
import { contactRulesWords as words } from '#app/delivery/contact-rules-words.ts'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { Pace } from '#db/enums/delivery.ts'

/** How often the people of a kind of account may be asked. */
export function PaceFields({
  at,
  tier,
  pace,
  errors,
}: {
  /** Its place in the form. */
  at: number
  /** Null for all accounts. */
  tier: string | null
  pace: Pace
  errors: Record<string, string[]>
}) {
  const t = useT()
  const field = (name: keyof Pace) => ({
    name: `paces[${at}].${name}`,
    type: 'number',
    min: name === 'betweenDays' ? 0 : 1,
    defaultValue: pace[name] ?? '',
    error: errors[`paces[${at}].${name}`]?.join(' '),
  })
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-semibold">{tier ?? t(words.everyTier)}</legend>
      {tier === null ? null : <input type="hidden" name={`paces[${at}].tier`} value={tier} />}
      <div className="grid items-end gap-3 sm:grid-cols-3">
        <Input
          label={t(words.betweenDays)}
          hint={tier === null ? t(words.betweenHint) : undefined}
          max={mostDays}
          required
          {...field('betweenDays')}
        />
        <Input
          label={t(words.accountPeople)}
          hint={tier === null ? t(words.accountPeopleHint) : undefined}
          max={mostPeople}
          {...field('accountPeople')}
        />
        <Input label={t(words.accountDays)} max={mostDays} required {...field('accountDays')} />
      </div>
    </fieldset>
  )
}
