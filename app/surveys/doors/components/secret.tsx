import { Copied } from '#app/surveys/doors/components/copied.tsx'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import { Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

/** A secret that was just made: here, and never again. */
export function Secret({ secret }: { secret: string }) {
  const t = useT()
  return (
    <Notice tone="success" title={t(words.secretTitle)}>
      <p>{t(words.secretOnce)}</p>
      <Copied text={secret} label={t(words.secretTitle)} />
    </Notice>
  )
}
