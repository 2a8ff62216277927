import { Form } from '@remix-run/react'
import { Check, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import type { Said } from '#app/platform/http/said.ts'
import { Button, IconButton } from '#app/ui/button.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { frameWords } from '#app/ui/words.ts'

/** What the last write did, with Undo where that is safe. It stays until dismissed or the next page: nobody reads against a clock. */
export function Toast({ said }: { said: Said }) {
  const t = useT()
  const [open, setOpen] = useState(true)
  if (!open) return null
  const good = said.tone !== 'warn'
  const Icon = good ? Check : TriangleAlert
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-18 z-40 mx-auto flex max-w-lg items-center gap-2 rounded-lg border border-line bg-surface py-2 pr-2 pl-3 shadow-float md:bottom-6 print:hidden"
    >
      <Icon aria-hidden size={18} className={join('shrink-0', good ? 'text-success' : 'text-warning')} />
      <p className="min-w-0 flex-1">{said.text}</p>
      {said.undo ? (
        <Form method="post" action={said.undo.action}>
          {Object.entries(said.undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button variant="quiet">{said.undo.label}</Button>
        </Form>
      ) : null}
      <IconButton icon={X} label={t(frameWords.dismiss)} onClick={() => setOpen(false)} className="text-muted" />
    </div>
  )
}
