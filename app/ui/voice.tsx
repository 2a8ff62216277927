import { Link } from '@remix-run/react'
import type { Language } from '#app/platform/languages.ts'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time } from '#app/ui/locale.tsx'
import { Quote } from '#app/ui/quote.tsx'
import type { Class, Metric } from '#db/enums/statistics.ts'

/** An answer with its words, as a reader may see it: without the person where names are hidden. */
export interface Voice {
  id: string
  score: number
  class: Class
  metric: Metric
  comment: string | null
  language: Language
  answeredAt: number
  person: string | null
  account: string | null
}

/** The words large, then score, person, account and time; `nameless` stands for a name that isn't shown. */
export function VoiceQuote({ of, nameless }: { of: Voice; nameless: string }) {
  return (
    <Quote
      text={of.comment ?? ''}
      language={of.language}
      footer={
        <>
          <ClassMark of={of.class} metric={of.metric} score={of.score} />
          <Link to={`/responses/${of.id}`} className="text-accent underline">
            {of.person ?? nameless}
          </Link>
          {of.account ? <span>{of.account}</span> : null}
          <Time at={of.answeredAt} />
        </>
      }
    />
  )
}
