import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'
import { deliveryWords, stateWords } from '#app/email/words.ts'
import type { deliveries, messageStates } from '#db/enums/email.ts'

const tones: Record<(typeof messageStates)[number], Tone> = {
  queued: 'neutral',
  sending: 'info',
  sent: 'success',
  failed: 'danger',
  uncertain: 'warning',
  stopped: 'warning',
  cancelled: 'neutral',
}

/** Where a mail is, and what the provider reported of it. */
export function MessageState({
  state,
  delivery,
  provider,
}: {
  state: (typeof messageStates)[number]
  delivery: (typeof deliveries)[number]
  provider: string | null
}) {
  const t = useT()
  const stayed = state === 'sent' && provider === 'mailbox'
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={stayed ? 'info' : tones[state]}>{t(stayed ? stateWords.stayed : stateWords[state])}</Badge>
      {delivery === 'none' ? null : (
        <Badge tone={delivery === 'delivered' ? 'success' : delivery === 'delayed' ? 'warning' : 'danger'}>
          {t(deliveryWords[delivery])}
        </Badge>
      )}
    </span>
  )
}
