import { Form } from '@remix-run/react'
import { KeyRound, RefreshCw } from 'lucide-react'
import type { DoorKind, DoorState } from '#app/surveys/doors/door.ts'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { useT } from '#app/ui/locale.tsx'

interface Of {
  id: string
  programId: string
  name: string
  kind: DoorKind
  state: DoorState
}

/** Shut or open it; and what can't be undone: another link, another secret. */
export function DoorActions({ door }: { door: Of }) {
  const t = useT()
  const here = `/programs/${door.programId}/doors/${door.id}`
  const busy = useBusy(here)
  return (
    <>
      <Form method="post" action={here}>
        <input type="hidden" name="intent" value="state" />
        <Button name="to" value={door.state === 'open' ? 'shut' : 'open'} disabled={busy}>
          {t(door.state === 'open' ? words.shutIt : words.openIt)}
        </Button>
      </Form>
      {door.kind === 'widget' ? (
        <ConfirmForm
          trigger={t(words.rotate)}
          icon={KeyRound}
          title={t(words.rotateTitle, { name: door.name })}
          body={t(words.rotateBody)}
          confirm={t(words.rotateConfirm)}
          danger
          action={here}
          fields={{ intent: 'rotate' }}
        />
      ) : null}
      <ConfirmForm
        trigger={t(words.replace)}
        icon={RefreshCw}
        title={t(words.replaceTitle, { name: door.name })}
        body={t(words.replaceBody)}
        confirm={t(words.replaceConfirm)}
        danger
        action={here}
        fields={{ intent: 'replace' }}
      />
    </>
  )
}
