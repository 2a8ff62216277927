import { Link } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { HeardVoice } from '#app/voices/components/heard-voice.tsx'
import type { ListedVoice } from '#app/voices/list-voices.server.ts'
import { voiceWords as words } from '#app/voices/words.ts'

/** The newest voices beside a list of answers, with the way to all of them and to writing one down. */
export function HeardList({ voices, all, write }: { voices: ListedVoice[]; all: string; write: string | null }) {
  const t = useT()
  return (
    <Section
      title={t(words.title)}
      actions={
        write ? (
          <LinkButton to={write} size="sm" icon={Plus}>
            {t(words.write)}
          </LinkButton>
        ) : null
      }
    >
      {voices.length === 0 ? (
        <p className="text-muted">{t(words.none)}</p>
      ) : (
        <>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {voices.map((voice) => (
              <HeardVoice key={voice.id} of={voice} />
            ))}
          </ul>
          <Link to={all} className="text-xs text-accent underline">
            {t(words.all)}
          </Link>
        </>
      )}
    </Section>
  )
}
