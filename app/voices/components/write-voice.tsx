import { Plus } from 'lucide-react'
import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { voiceWords as words } from '#app/voices/words.ts'

/** The way to writing down what an account or a person said. */
export function WriteVoice({ query }: { query: string }) {
  const t = useT()
  return (
    <LinkButton to={`/voices/new?${query}`} size="sm" icon={Plus}>
      {t(words.write)}
    </LinkButton>
  )
}
