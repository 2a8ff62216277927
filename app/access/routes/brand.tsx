import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { editBrand } from '#app/access/edit-brand.server.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { brandFormSchema } from '#app/access/organisation.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { organisationWords as words, settingsWords } from '#app/access/settings-words.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FileInput, Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'settings.edit', title: settingsWords.brand }

export async function loader({ context }: LoaderFunctionArgs) {
  return { brand: await getBrand(context.ctx) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, brandFormSchema, context.locale)
  if (form.status !== 'success') return badForm(form)
  const { logo, removeLogo, ...brand } = form.value
  const chosen =
    logo && logo.size > 0
      ? { name: logo.name, content: new Uint8Array(await logo.arrayBuffer()) }
      : removeLogo
        ? null
        : undefined
  return orRefused(form, context, async () => {
    await editBrand(context.ctx, { ...brand, logo: chosen })
    return saidRedirect('/settings/brand', { text: translate(context.locale, settingsWords.saved) }, context)
  })
}

interface Fields {
  name: string
  colour: string
  senderName: string
  replyTo: string
  logo: File
  removeLogo: string
}

export default function Brand() {
  const t = useT()
  const busy = useBusy()
  const { brand } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<Fields>({
    lastResult: sent?.result,
    defaultValue: { ...brand, replyTo: brand.replyTo ?? '' },
    defaultNoValidate: false,
  })
  return (
    <Page
      title={t(settingsWords.brand)}
      lead={t(settingsWords.brandHint)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
    >
      <Form method="post" encType="multipart/form-data" {...getFormProps(form)} className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Input field={fields.name} label={t(words.brandName)} maxLength={80} required />
          <Input
            field={fields.colour}
            label={t(words.colour)}
            hint={t(words.colourHint)}
            type="color"
            required
            className="[&_input]:h-9 [&_input]:p-1"
          />
          <Input field={fields.senderName} label={t(words.sender)} hint={t(words.senderHint)} maxLength={80} required />
          <Input field={fields.replyTo} label={t(words.replyTo)} type="email" autoComplete="off" maxLength={254} />
        </div>
        {brand.logoFileId ? (
          <div className="flex flex-wrap items-center gap-4 rounded border border-line bg-sunken p-3">
            <img src={`/files/${brand.logoFileId}`} alt={t(words.logoNow)} className="h-10 w-auto" />
            <Checkbox name="removeLogo" label={t(words.removeLogo)} />
          </div>
        ) : null}
        <FileInput
          field={fields.logo}
          label={t(words.logo)}
          hint={t(words.logoHint)}
          accept="image/png,image/jpeg,image/webp"
        />
        <div>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
