import { Link } from '@remix-run/react'
import { Recipients, type Recipient } from '#app/delivery/components/recipients.tsx'
import { waveWords as words } from '#app/delivery/wave-words.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { VoiceQuote, type Voice } from '#app/ui/voice.tsx'

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
                  <VoiceQuote of={voice} nameless={t(words.nameless)} />
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
