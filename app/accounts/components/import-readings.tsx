import { importFormWords as words } from '#app/accounts/import-form-words.ts'
import { Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { ImportCounts } from '#db/schema/accounts.ts'

/** What the check had to decide for whole columns, and what it could not: dates, numbers, ids. */
export function ImportReadings({ counts, header }: { counts: ImportCounts; header: string[] }) {
  const t = useT()
  const name = (column: number) => header[column] || String(column + 1)
  return (
    <>
      {counts.asks?.map(({ column, example }) => (
        <Notice key={column} tone="warning" title={t(words.askTitle, { column: name(column), example })}>
          {t(words.askBody)}
        </Notice>
      ))}
      {counts.roundedIds ? (
        <Notice tone="warning" title={t(words.roundedTitle, { n: counts.roundedIds })}>
          {t(words.roundedBody)}
        </Notice>
      ) : null}
      {counts.readings?.length ? (
        <div className="text-muted">
          <p className="text-xs font-medium">{t(words.readAs)}</p>
          <ul>
            {counts.readings.map(({ column, as, because }) => (
              <li key={column}>
                {because
                  ? t(words.readBecause, { column: name(column), as: t(words[as]), example: because })
                  : t(words.readChosen, { column: name(column), as: t(words[as]) })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
