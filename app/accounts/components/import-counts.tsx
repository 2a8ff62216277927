import { importHistoryWords as historyWords } from '#app/accounts/import-history-words.ts'
import { importWords as words } from '#app/accounts/import-words.ts'
import { Notice } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import type { ImportCounts } from '#db/schema/accounts.ts'

/** How many are new, changed, unchanged, and how many lines were refused. */
export function ImportNumbers({ counts }: { counts: ImportCounts }) {
  const t = useT()
  const format = useFormat()
  const number = 'px-1 py-2 text-right text-lg font-semibold whitespace-nowrap tabular-nums sm:px-3'
  const head = 'px-1 py-2 text-xs font-medium whitespace-nowrap text-muted sm:px-3'
  const rows: { name: string; of: { new: number; changed?: number; unchanged: number } }[] = [
    ...(counts.answers ? [{ name: t(historyWords.answers), of: counts.answers }] : []),
    { name: t(words.accounts), of: counts.accounts },
    { name: t(words.contacts), of: counts.contacts },
  ]
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full max-w-2xl text-sm">
        <caption className="sr-only">{t(words.result)}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className={`${head} text-right`}>
              {t(words.isNew)}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {t(words.isChanged)}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {t(words.isUnchanged)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="px-1 py-2 text-left font-medium whitespace-nowrap sm:px-3">
                {name}
              </th>
              <td className={number}>{format.number(of.new)}</td>
              <td className={number}>{of.changed === undefined ? '–' : format.number(of.changed)}</td>
              <td className={`${number} text-muted`}>{format.number(of.unchanged)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.answers?.anonymous ? (
        <p className="text-muted">{t(historyWords.anonymous, { n: counts.answers.anonymous })}</p>
      ) : null}
      <p className="text-muted tabular-nums">
        {t(words.lines)}: {format.number(counts.lines)} · {t(words.rejected)}:{' '}
        <span className={counts.rejected ? 'font-semibold text-danger' : ''}>{format.number(counts.rejected)}</span>
      </p>
    </div>
  )
}

/** Revenue that will not count in sums: the one warning of a check that refuses nothing. */
export function ForeignRevenue({ foreign }: { foreign: ImportCounts['foreign'] }) {
  const t = useT()
  const lines = Object.entries(foreign ?? {}).sort(([, a], [, b]) => b - a)
  if (!lines.length) return null
  const list = lines.map(([currency, n]) => t(words.foreignOf, { currency, n })).join(' · ')
  return (
    <Notice tone="warning" title={t(words.foreignTitle, { list })}>
      {t(words.foreignBody)}
    </Notice>
  )
}
