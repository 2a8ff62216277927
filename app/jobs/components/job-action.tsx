import { Form } from '@remix-run/react'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'

/** One button that does something about one job or mail. Without script it goes to a page and back. */
export function JobAction({
  intent,
  id,
  tab,
  label,
  variant,
}: {
  intent: string
  id: string
  tab: string
  label: string
  variant?: ButtonVariant
}) {
  return (
    <Form method="post" action="/jobs/act" reloadDocument className="inline-block">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="tab" value={tab} />
      <Button size="sm" variant={variant} name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  )
}
