import { HealthBadge } from '#app/accounts/components/health-badge.tsx'
import type { MergeSide } from '#app/accounts/merging/merge-view.ts'
import { mergeWords as words } from '#app/accounts/merging/merge-words.ts'
import { contactWords } from '#app/accounts/page-words.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { languageName } from '#app/ui/language-names.ts'
import { Money, useFormat, useT } from '#app/ui/locale.tsx'

const named: Record<string, string> = {
  owner: 'ownerId',
  sales: 'salesId',
  sponsor: 'sponsorId',
  parent: 'parentId',
  account: 'accountId',
}

/** What one record says in one field, as its page would show it. */
export function MergeValue({ of, field, names }: { of: MergeSide; field: string; names: Record<string, string> }) {
  const t = useT()
  const format = useFormat()
  const row = of as Record<string, unknown>
  if (field in named) return names[String(row[named[field]!])] ?? '–'
  if (field === 'value' && 'arrMinor' in of) return <Money minor={of.arrMinor} currency={of.currency} />
  if (field === 'health' && 'health' in of) return <HealthBadge health={of.health} />
  if (field === 'state' && 'leftOn' in of) return [t(contactWords[of.state]), of.leftOn].filter(Boolean).join(' · ')
  if (field === 'language' && 'language' in of) return of.language ? languageName(t, of.language) : '–'
  const value = row[field]
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return t(value ? words.yes : words.no)
  if (Array.isArray(value)) return value.length ? format.list(value.map(String)) : '–'
  if (field === 'startedOn' || field === 'renewalOn') return format.day(dayOfIso(String(value)) ?? 0)
  if (typeof value === 'object')
    return (
      <span className="flex flex-col">
        {Object.entries(value).map(([name, one]) => (
          <span key={name}>
            <span className="text-muted">{name}</span> {String(one)}
          </span>
        ))}
      </span>
    )
  return String(value)
}
