import type { ReactNode } from 'react'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** The numbers of a chart as a table, one press away from it. */
export function ChartTable({
  caption,
  heads,
  rows,
}: {
  caption: string
  heads: string[]
  rows: { key: string; cells: ReactNode[] }[]
}) {
  const t = useT()
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-6 items-center rounded text-xs text-accent underline">
        {t(uiWords.table)}
      </summary>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full text-xs">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="text-muted">
              {heads.map((head, i) => (
                <th
                  key={head}
                  scope="col"
                  className={i === 0 ? 'py-1 pr-3 text-left font-medium' : 'px-3 py-1 text-right font-medium'}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className="border-t border-line">
                {row.cells.map((cell, i) =>
                  i === 0 ? (
                    <th key={i} scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">
                      {cell}
                    </th>
                  ) : (
                    <td key={i} className="px-3 py-1 text-right whitespace-nowrap">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
