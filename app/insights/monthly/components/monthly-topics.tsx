import type { Loud } from '#app/insights/monthly/list-loud.server.ts'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import { Card } from '#app/ui/card.tsx'
import { ClassMark, classTones } from '#app/ui/class-mark.tsx'
import { classSigns, classWords } from '#app/ui/class-words.ts'
import { join } from '#app/ui/join.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { Quote } from '#app/ui/quote.tsx'

/** The loudest topics, each with how its speakers answered and a few of their words. */
export function MonthlyTopics({ topics, heard }: { topics: Loud[]; heard: number }) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  return (
    <Card title={t(words.topics)}>
      {topics.length === 0 ? <p className="text-muted">{t(words.topicsNone)}</p> : null}
      <ol className="flex flex-col gap-5">
        {topics.map((topic) => (
          <li key={topic.id} className="flex flex-col gap-2 print:break-inside-avoid">
            <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{topic.name[locale]}</span>
              <span className="text-muted tabular-nums">{t(words.mentions, { n: topic.n })}</span>
              <span className="inline-flex gap-1">
                {(['high', 'mid', 'low'] as const).map((one) => (
                  <span
                    key={one}
                    className={join(
                      'inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 text-xs tabular-nums',
                      classTones[one],
                    )}
                  >
                    <span aria-hidden>{classSigns[one]}</span>
                    <span className="sr-only">{t(classWords.nps[one])}</span>
                    {format.number(topic.counts[one])}
                  </span>
                ))}
              </span>
            </h3>
            {topic.quotes.length === 0 ? <p className="text-xs text-muted">{t(words.noQuote)}</p> : null}
            {topic.quotes.map((quote) => (
              <Quote
                key={quote.id}
                text={quote.text}
                language={quote.language}
                footer={
                  <>
                    <ClassMark of={quote.class} metric={quote.metric} score={quote.score} />
                    <span>{[quote.person, quote.account].filter(Boolean).join(' · ') || t(words.nameless)}</span>
                  </>
                }
              />
            ))}
          </li>
        ))}
      </ol>
      {heard > 0 ? <p className="text-xs text-muted tabular-nums">{t(words.heard, { n: heard })}</p> : null}
    </Card>
  )
}
