import { Link } from '@remix-run/react'
import { Recipients, type Recipient } from '#app/delivery/components/recipients.tsx'
import { waveWords as words } from '#app/delivery/wave-words.ts'
import { Card } from '#app/ui/card.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Quote } from '#app/ui/quote.tsx'
import type { Class, Metric } from '#db/enums/statistics.ts'

interface Voice {
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

export type Behind =
  | { show: 'commented'; n: number | null; voices: Voice[]; next: string | null }
  | { show: Exclude<keyof typeof words, 'commented'>; n: number | null; people: Recipient[]; next: string | null }

/** Who, or whose words, stand behind the number that was chosen. */
export function WaveBehind({ behind }: { behind: Behind }) {
  const t = useT()
  const title =
    behind.n === null ? t(words[behind.show]) : t(words.behind, { step: t(words[behind.show]), n: behind.n })
  const empty = behind.show === 'commented' ? behind.voices.length === 0 : behind.people.length === 0
  return (
    <div id="behind" className="scroll-mt-4">
      <Card
        title={title}
        actions={
          <Link to="?" preventScrollReset className="text-xs text-accent underline">
            {t(words.closeList)}
          </Link>
        }
      >
        {empty ? <p className="text-muted">{t(words.nobodyHere)}</p> : null}
        {behind.show === 'commented' ? (
          <>
            <ul className="grid gap-5 lg:grid-cols-2">
              {behind.voices.map((voice) => (
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
            <Pager shown={behind.voices.length} next={behind.next} />
          </>
        ) : empty ? null : (
          <Recipients caption={title} list={behind} />
        )}
      </Card>
    </div>
  )
}
