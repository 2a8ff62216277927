import { getFormProps, useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { BarePage } from '#app/access/components/bare-page.tsx'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { PasswordInput } from '#app/access/components/password-input.tsx'
import { ZoneSelect } from '#app/access/components/zone-select.tsx'
import { createFirstAdmin } from '#app/access/create-first-admin.server.ts'
import { isSetUp } from '#app/access/first-admin.server.ts'
import { limitFirstAdmin } from '#app/access/rate-limits.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { retryAfter } from '#app/access/retry-after.ts'
import { sessionCookie } from '#app/access/session-cookie.server.ts'
import { deviceOf } from '#app/access/session.ts'
import { firstAdminSchema } from '#app/access/user.ts'
import { enterWords as words } from '#app/access/words.ts'
import { zoneNames } from '#app/access/zones.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'

export const handle = { access: 'public', title: words.firstTitle, bare: true }

export const headers = retryAfter

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await isSetUp(context.ctx)) throw redirect('/sign-in')
  return { token: new URL(request.url).searchParams.get('token') ?? '', zones: zoneNames() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, firstAdminSchema, context.locale)
  if (form.status !== 'success') return badForm(form)
  return orRefused(form, context, async () => {
    await limitFirstAdmin(context.remoteAddress)
    const device = deviceOf(request.headers.get('user-agent'))
    const { secret } = await createFirstAdmin(context.ctx, { ...form.value, device })
    return redirect('/', { headers: { 'set-cookie': sessionCookie(secret) } })
  })
}

interface Fields {
  token: string
  organisation: string
  name: string
  email: string
  password: string
  locale: string
  zone: string
}

export default function FirstAdmin() {
  const t = useT()
  const locale = useLocale()
  const { token, zones } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<Fields>({
    lastResult: sent?.result,
    defaultValue: { zone: locale === 'ja' ? 'Asia/Tokyo' : 'UTC' },
    defaultNoValidate: false,
  })
  const busy = useBusy()
  if (!token && !sent) {
    return (
      <BarePage title={t(words.noLinkTitle)}>
        <Notice tone="warning">{t(words.noLinkBody)}</Notice>
      </BarePage>
    )
  }
  return (
    <BarePage title={t(words.firstTitle)} lead={t(words.firstLead)}>
      <Form method="post" {...getFormProps(form)} reloadDocument className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Input
          field={fields.organisation}
          label={t(words.organisation)}
          hint={t(words.organisationHint)}
          autoComplete="organization"
          maxLength={120}
          required
        />
        <ZoneSelect
          field={fields.zone}
          label={t(words.zone)}
          hint={t(words.zoneHint)}
          zones={zones}
          guess={!sent}
          required
        />
        <Input field={fields.name} label={t(words.yourName)} autoComplete="name" maxLength={80} required />
        <Input
          field={fields.email}
          label={t(words.email)}
          type="email"
          autoComplete="username"
          inputMode="email"
          maxLength={254}
          required
        />
        <PasswordInput
          field={fields.password}
          label={t(words.password)}
          hint={t(words.passwordHint)}
          kind="new"
          required
        />
        <Button variant="primary" busy={busy}>
          {t(words.firstCreate)}
        </Button>
      </Form>
    </BarePage>
  )
}
