import { keptKindWords, keptReasonWords, undoWords as words } from '#app/accounts/import-undo-words.ts'
import { importHistoryWords } from '#app/accounts/import-history-words.ts'
import { readReason, type KeptKind } from '#app/accounts/undo/kept.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import type { UndoTally } from '#db/schema/accounts.ts'

const rowWords = { answers: importHistoryWords.answers, accounts: words.accounts, contacts: words.contacts }
const kindOf = { answers: 'answer', accounts: 'account', contacts: 'contact' } as const

/** What is removed, put back and left, and why it is left. */
export function UndoNumbers({ tally, done = false }: { tally: UndoTally; done?: boolean }) {
  const t = useT()
  const format = useFormat()
  const number = 'px-1 py-2 text-right text-lg font-semibold whitespace-nowrap tabular-nums sm:px-3'
  const head = 'px-1 py-2 text-right text-xs font-medium text-muted sm:px-3'
  const kept = (kind: KeptKind) =>
    Object.entries(tally.kept).reduce((sum, [key, n]) => (key.startsWith(`${kind} `) ? sum + n : sum), 0)
  const rows = (['answers', 'accounts', 'contacts'] as const).map((key) => ({
    key,
    removed: tally.removed[key],
    restored: key === 'answers' ? null : tally.restored[key],
    kept: kept(kindOf[key]),
  }))
  const some = rows.filter((row) => row.removed + (row.restored ?? 0) + row.kept > 0)
  const { preferences } = tally.restored
  return (
    <div className="flex flex-col gap-2">
      {some.length ? (
        <table className="w-full max-w-2xl text-sm">
          <caption className="sr-only">{t(words.whatHappens)}</caption>
          <thead>
            <tr>
              <td />
              {[words.goes, words.back, words.stay].map((word) => (
                <th key={word.en} scope="col" className={head}>
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {some.map((row) => (
              <tr key={row.key} className="border-t border-line">
                <th scope="row" className="px-1 py-2 text-left font-medium whitespace-nowrap sm:px-3">
                  {t(rowWords[row.key])}
                </th>
                <td className={number}>{format.number(row.removed)}</td>
                <td className={number}>{row.restored === null ? '–' : format.number(row.restored)}</td>
                <td className={`${number} text-muted`}>{format.number(row.kept)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {preferences ? <p>{t(done ? words.preferencesDone : words.preferences, { n: preferences })}</p> : null}
      {tally.removed.programs ? <p>{t(done ? words.programDone : words.program)}</p> : null}
      {tally.topics && !done ? <p>{t(words.topics, { n: tally.topics })}</p> : null}
    </div>
  )
}

/** How many stay for each reason. */
export function KeptReasons({ tally }: { tally: UndoTally }) {
  const t = useT()
  const format = useFormat()
  const reasons = Object.entries(tally.kept).sort(([, a], [, b]) => b - a)
  if (!reasons.length) return null
  return (
    <ul className="flex max-w-2xl flex-col divide-y divide-line">
      {reasons.map(([key, n]) => {
        const [kind, reason] = key.split(' ') as [KeptKind, string]
        return (
          <li key={key} className="flex items-baseline justify-between gap-4 py-1.5">
            <span>
              <span className="text-muted">{t(keptKindWords[kind])}: </span>
              {t(keptReasonWords[readReason(reason).reason])}
            </span>
            <span className="shrink-0 font-semibold whitespace-nowrap tabular-nums">{format.number(n)}</span>
          </li>
        )
      })}
    </ul>
  )
}
