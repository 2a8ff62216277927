import type { ShownAnswer } from '#app/responses/list-answers.server.ts'
import { responseWords } from '#app/responses/words.ts'
import { Card } from '#app/ui/card.tsx'
import { classWords } from '#app/ui/class-words.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'
import type { Metric } from '#db/enums/statistics.ts'

/** What somebody said to the questions after the score, each under its question; in a card of its own when it has a title. */
export function FurtherAnswers({ answers, metric, title }: { answers: ShownAnswer[]; metric: Metric; title?: string }) {
  const t = useT()
  const locale = useLocale()
  if (answers.length === 0) return null
  const list = (
    <dl className="flex flex-col gap-3">
      {answers.map((one) => (
        <div key={one.questionId} className="flex flex-col gap-0.5">
          <dt className="text-xs text-muted">
            {one.question[locale]}
            {one.for === 'any' ? null : <> · {t(responseWords.askedOf, { class: t(classWords[metric][one.for]) })}</>}
          </dt>
          <dd className="max-w-prose whitespace-pre-line text-ink">{one.said[locale]}</dd>
        </div>
      ))}
    </dl>
  )
  return title ? <Card title={title}>{list}</Card> : list
}
