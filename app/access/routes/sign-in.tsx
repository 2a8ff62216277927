import { getFormProps, useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { localPath } from '#app/access/back.ts'
import { BarePage } from '#app/access/components/bare-page.tsx'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { PasswordInput } from '#app/access/components/password-input.tsx'
import { isSetUp } from '#app/access/first-admin.server.ts'
import { limitSignIn } from '#app/access/rate-limits.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { retryAfter } from '#app/access/retry-after.ts'
import { sessionCookie } from '#app/access/session-cookie.server.ts'
import { deviceOf } from '#app/access/session.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import { signInSchema } from '#app/access/user.ts'
import { enterWords as words } from '#app/access/words.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

export const handle = { access: 'public', title: words.signInTitle, bare: true }

export const headers = retryAfter

const backOf = (request: Request) => localPath(new URL(request.url).searchParams.get('back'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.user) throw redirect(backOf(request))
  return { setUp: await isSetUp(context.ctx) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, signInSchema, context.locale)
  if (form.status !== 'success') return badForm(form)
  return orRefused(form, context, async () => {
    const tries = await limitSignIn(context.remoteAddress, form.value.email)
    const device = deviceOf(request.headers.get('user-agent'))
    const { secret } = await signIn(context.ctx, { ...form.value, device, previous: context.sessionId })
    await tries.forgive()
    return redirect(backOf(request), { headers: { 'set-cookie': sessionCookie(secret) } })
  })
}

export default function SignIn() {
  const t = useT()
  const { setUp } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<{ email: string; password: string }>({
    lastResult: sent?.result,
    defaultNoValidate: false,
  })
  const busy = useBusy()
  return (
    <BarePage title={t(words.signInTitle)}>
      {setUp ? null : <Notice tone="warning">{t(words.notSetUp)}</Notice>}
      <Form method="post" {...getFormProps(form)} reloadDocument className="flex flex-col gap-4">
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
        <PasswordInput field={fields.password} label={t(words.password)} kind="current" required />
        <Button variant="primary" busy={busy}>
          {t(words.signIn)}
        </Button>
      </Form>
      <Link to="/forgotten" className="self-start text-accent hover:underline">
        {t(words.forgotten)}
      </Link>
    </BarePage>
  )
}
