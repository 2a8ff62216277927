import { MonthlyLoop, MonthlyMoved } from '#app/insights/monthly/components/monthly-loop.tsx'
import { MonthlyPrograms, MonthlyScore, MonthlyTrend } from '#app/insights/monthly/components/monthly-score.tsx'
import { MonthlyTopics } from '#app/insights/monthly/components/monthly-topics.tsx'
import type { Monthly } from '#app/insights/monthly/get-monthly.server.ts'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import { Notice } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** The page of a month as its readers see it, on a screen and on paper. */
export function MonthlyReport({ of }: { of: Monthly }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="flex flex-col gap-4 print:gap-3">
      {of.running ? <Notice>{t(words.running)}</Notice> : null}
      {of.main ? (
        <>
          <MonthlyScore main={of.main} month={of.month} changed={of.mailed} />
          <MonthlyTrend main={of.main} />
        </>
      ) : (
        <Notice>{t(words.noAnswers)}</Notice>
      )}
      <MonthlyLoop loop={of.loop} recovery={of.recovery} />
      {of.programs.length > 0 ? <MonthlyPrograms programs={of.programs} /> : null}
      <MonthlyTopics topics={of.topics} heard={of.heard} />
      <MonthlyMoved moved={of.moved} currency={of.currency} />
      <footer className="flex flex-col gap-1 text-xs text-muted">
        <p>{t(words.asOf, { at: format.dateTime(of.at, { zone: of.zone }) })}</p>
        <p>{t(words.method)}</p>
      </footer>
    </div>
  )
}
