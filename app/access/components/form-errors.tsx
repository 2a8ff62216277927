import { CircleAlert } from 'lucide-react'

/** What is wrong with a form as a whole, above its fields. */
export function FormErrors({ errors, id }: { errors: string[] | undefined; id?: string }) {
  if (!errors?.length) return null
  return (
    <p
      id={id}
      role="alert"
      className="flex items-start gap-2 rounded border border-danger bg-danger-tint px-3 py-2 text-danger"
    >
      <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
      {errors.join(' ')}
    </p>
  )
}
