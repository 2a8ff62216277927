import { Link } from '@remix-run/react'
import { todayWords as words } from '#app/insights/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { VoiceQuote, type Voice } from '#app/ui/voice.tsx'

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
            <VoiceQuote of={voice} nameless={t(words.nameless)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
