import { getFormProps, useForm } from '@conform-to/react'
import { json, type ActionFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { BarePage } from '#app/access/components/bare-page.tsx'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { limitForgotten } from '#app/access/rate-limits.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { requestPasswordReset } from '#app/access/reset-password.server.ts'
import { retryAfter } from '#app/access/retry-after.ts'
import { forgottenSchema } from '#app/access/user.ts'
import { enterWords as words } from '#app/access/words.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

export const handle = { access: 'public', title: words.forgottenTitle, bare: true }

export const headers = retryAfter

export const loader = () => null

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, forgottenSchema, context.locale)
  if (form.status !== 'success') return badForm(form, { sent: false })
  return orRefused(
    form,
    context,
    async () => {
      await limitForgotten(context.remoteAddress, form.value.email)
      await requestPasswordReset(context.ctx, form.value)
      return json({ sent: true, result: undefined })
    },
    { sent: false },
  )
}

export default function Forgotten() {
  const t = useT()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<{ email: string }>({ lastResult: sent?.result, defaultNoValidate: false })
  const busy = useBusy()
  return (
    <BarePage title={t(words.forgottenTitle)} lead={sent?.sent ? undefined : t(words.forgottenLead)}>
      {sent?.sent ? (
        <Notice tone="success" title={t(words.sentTitle)}>
          {t(words.sentBody)}
        </Notice>
      ) : (
        <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
          <FormErrors id={form.errorId} errors={form.errors} />
          <Input
            field={fields.email}
            label={t(words.email)}
            type="email"
            autoComplete="username"
            inputMode="email"
            maxLength={254}
            required
          />
          <Button variant="primary" busy={busy}>
            {t(words.sendLink)}
          </Button>
        </Form>
      )}
      <Link to="/sign-in" className="self-start text-accent hover:underline">
        {t(words.backToSignIn)}
      </Link>
    </BarePage>
  )
}
