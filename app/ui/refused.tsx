import { useActionData } from '@remix-run/react'
import { CircleAlert } from 'lucide-react'

/** What the use case refused, said on the page whose form asked for it (see `platform/http/guard`). */
export function Refused() {
  const told = useActionData() as { refused?: unknown } | undefined
  if (typeof told?.refused !== 'string') return null
  return (
    <p
      role="alert"
      className="flex items-start gap-2 rounded border border-danger bg-danger-tint px-3 py-2 text-danger"
    >
      <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
      {told.refused}
    </p>
  )
}
