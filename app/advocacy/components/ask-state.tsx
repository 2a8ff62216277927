import { Check, CircleOff } from 'lucide-react'
import { catalogueWords as words } from '#app/advocacy/catalogue/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Whether anybody is asked for it. */
export function AskState({ on }: { on: boolean }) {
  const t = useT()
  return on ? (
    <Badge tone="success" icon={Check}>
      {t(words.on)}
    </Badge>
  ) : (
    <Badge icon={CircleOff}>{t(words.off)}</Badge>
  )
}
