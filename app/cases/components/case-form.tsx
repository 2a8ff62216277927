import { Form, useLocation } from '@remix-run/react'
import type { KeyboardEvent, ReactNode } from 'react'
import { isComposing } from '#app/ui/control.ts'
import { join } from '#app/ui/join.ts'

/** What the action sent back: which form it was, what was typed and what was wrong with it. */
export interface Told {
  intent?: string
  typed?: Record<string, string>
  errors?: Record<string, string>
}

export interface FormOf {
  caseId: string
  lockVersion: number
  told?: Told
}

/** A form of the case's page: the verb, and the version that the reader saw. Its address keeps the list beside; Ctrl or ⌘ and Enter send it. */
export function CaseForm({
  of: { caseId, lockVersion },
  intent,
  className,
  encType,
  children,
}: {
  of: FormOf
  intent: string
  className?: string
  encType?: 'multipart/form-data'
  children: ReactNode
}) {
  const { search } = useLocation()
  return (
    <Form
      method="post"
      action={`/cases/${caseId}${search}`}
      preventScrollReset
      encType={encType}
      onKeyDown={sendByKeys}
      className={join('flex flex-col gap-3', className)}
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="lockVersion" value={lockVersion} />
      {children}
    </Form>
  )
}

/** Presses the form's main verb: the one that says so, else its last. A select and a text keep Enter alone for themselves. */
function sendByKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
  event.preventDefault()
  const verbs = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not([type=button])')]
  const main = verbs.find((verb) => verb.dataset.main !== undefined) ?? verbs.at(-1)
  main?.click()
}

/** What was typed and what was wrong, for the form that was sent. */
export function toldTo(told: Told | undefined, intent: string) {
  const mine = told?.intent === intent ? told : undefined
  return (name: string) => ({ name, defaultValue: mine?.typed?.[name], error: mine?.errors?.[name] })
}
