import { getFormProps, useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvite, getInvite } from '#app/access/accept-invite.server.ts'
import { BarePage } from '#app/access/components/bare-page.tsx'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { PasswordInput } from '#app/access/components/password-input.tsx'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { limitLink } from '#app/access/rate-limits.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { retryAfter } from '#app/access/retry-after.ts'
import { sessionCookie } from '#app/access/session-cookie.server.ts'
import { deviceOf } from '#app/access/session.ts'
import { acceptSchema } from '#app/access/user.ts'
import { enterWords as words } from '#app/access/words.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

export const handle = { access: 'public', title: words.inviteAccept, bare: true }

export const headers = retryAfter

export async function loader({ params, context }: LoaderFunctionArgs) {
  await limitLink(context.remoteAddress)
  const { email } = await getInvite(context.ctx, params.token!)
  const { name } = await getOrganisation(context.ctx)
  return { email, organisation: name }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, acceptSchema.omit({ token: true }), context.locale)
  if (form.status !== 'success') return badForm(form)
  return orRefused(form, context, async () => {
    await limitLink(context.remoteAddress)
    const device = deviceOf(request.headers.get('user-agent'))
    const { secret } = await acceptInvite(context.ctx, { ...form.value, token: params.token!, device })
    return redirect('/', { headers: { 'set-cookie': sessionCookie(secret) } })
  })
}

export default function Invite() {
  const t = useT()
  const { email, organisation } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<{ name: string; password: string }>({
    lastResult: sent?.result,
    defaultNoValidate: false,
  })
  const busy = useBusy()
  return (
    <BarePage title={t(words.inviteTitle, { organisation })} lead={t(words.inviteLead, { email })}>
      <Form method="post" {...getFormProps(form)} reloadDocument className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <Input field={fields.name} label={t(words.yourName)} autoComplete="name" maxLength={80} required />
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordInput
          field={fields.password}
          label={t(words.password)}
          hint={t(words.passwordHint)}
          kind="new"
          required
        />
        <Button variant="primary" busy={busy}>
          {t(words.inviteAccept)}
        </Button>
      </Form>
    </BarePage>
  )
}
