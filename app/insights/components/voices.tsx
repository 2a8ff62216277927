import { Link } from '@remix-run/react'
import { todayWords as words } from '#app/insights/words.ts'
import { Card } from '#app/ui/card.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Quote } from '#app/ui/quote.tsx'
import type { Class, Metric } from '#db/enums/statistics.ts'

export interface Voice {
  id: string
  score: number
  class: Class
  metric: Metric
  comment: string | null
  language: 'en' | 'ja'
  answeredAt: number
  person: string | null
  account: string | null
}

/** The newest words of one class, large, each a way to the answer. */
export function Voices({ title, voices, all }: { title: string; voices: Voice[]; all: string }) {
  const t = useT()
  return (
    <Card
      title={title}
      actions={
        <Link to={all} className="text-xs text-accent underline">
          {t(words.allResponses)}
        </Link>
      }
    >
      {voices.length === 0 ? <p className="text-muted">{t(words.noVoices)}</p> : null}
      <ul className="flex flex-col gap-5">
        {voices.map((voice) => (
          <li key={voice.id}>
            <Quote
              text={voice.comment ?? ''}
              language={voice.language}
              footer={
                <>
                  <ClassMark of={voice.class} metric={voice.metric} score={voice.score} />
                  <Link to={`/responses/${voice.id}`} className="text-accent underline">
                    {voice.person ?? t(words.nameless)}
                  </Link>
                  {voice.account ? <span>{voice.account}</span> : null}
                  <Time at={voice.answeredAt} />
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
