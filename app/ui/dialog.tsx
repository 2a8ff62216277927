import { Form } from '@remix-run/react'
import type { LucideIcon } from 'lucide-react'
import { AlertDialog } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { Button, ButtonRow, useBusy, type ButtonSize, type ButtonVariant } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export interface ConfirmProps {
  /** The words of the button that opens it. */
  trigger: string
  triggerVariant?: ButtonVariant
  triggerSize?: ButtonSize
  icon?: LucideIcon
  title: string
  /** What will be lost, and how much. */
  body: ReactNode
  /** The verb. */
  confirm: string
  /** What not to confirm is called, where “Cancel” could mean either. */
  keep?: string
  danger?: boolean
  /** Where the form is posted. */
  action: string
  fields?: Record<string, string>
  /** So that controls elsewhere on the page belong to the form (`form=`). */
  formId?: string
  /** More controls inside the form, say a reason. */
  children?: ReactNode
}

/**
 * A form that asks once more before what can't be undone. With script a dialog that holds the focus; without, the same
 * form unfolds in the page.
 */
export function ConfirmForm({
  trigger,
  triggerVariant = 'secondary',
  triggerSize = 'md',
  icon,
  keep,
  ...rest
}: ConfirmProps) {
  const hydrated = useHydrated()
  const [open, setOpen] = useState(false)
  const t = useT()
  if (!hydrated) {
    return (
      <details className="inline-block">
        <summary className="inline-flex min-h-9 items-center rounded border border-control bg-surface px-3 font-medium">
          {trigger}
        </summary>
        <div className="mt-2 flex max-w-md flex-col gap-3 rounded-lg border border-line bg-surface p-4">
          <p className="font-semibold">{rest.title}</p>
          <Asked {...rest} />
        </div>
      </details>
    )
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <AlertDialog.Trigger asChild>
        <Button type="button" variant={triggerVariant} size={triggerSize} icon={icon}>
          {trigger}
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-[var(--shadow)]" />
        <AlertDialog.Content className="fixed inset-x-4 top-[20dvh] z-50 mx-auto flex max-h-[70dvh] max-w-md flex-col gap-3 overflow-y-auto rounded-lg border border-line bg-surface p-5 text-ink shadow-float">
          <AlertDialog.Title className="text-lg font-semibold">{rest.title}</AlertDialog.Title>
          <Asked
            {...rest}
            onSubmit={() => setOpen(false)}
            wrap={(body) => <AlertDialog.Description asChild>{body}</AlertDialog.Description>}
            cancel={
              <AlertDialog.Cancel asChild>
                <Button type="button">{keep ?? t(uiWords.cancel)}</Button>
              </AlertDialog.Cancel>
            }
          />
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

interface AskedProps extends Omit<ConfirmProps, 'trigger' | 'triggerVariant' | 'title' | 'keep'> {
  cancel?: ReactNode
  wrap?: (body: ReactNode) => ReactNode
  onSubmit?: () => void
}

function Asked({
  body,
  confirm,
  danger,
  action,
  fields = {},
  formId,
  children,
  cancel,
  wrap = (node) => node,
  onSubmit,
}: AskedProps) {
  const busy = useBusy(action)
  return (
    <Form id={formId} method="post" action={action} onSubmit={onSubmit} className="flex flex-col gap-3">
      {wrap(<div className="text-muted">{body}</div>)}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <ButtonRow>
        <Button variant={danger ? 'danger' : 'primary'} busy={busy}>
          {confirm}
        </Button>
        {cancel}
      </ButtonRow>
    </Form>
  )
}
