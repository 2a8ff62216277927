import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { languages } from '#app/access/components/profile-form.tsx'
import { ZoneSelect } from '#app/access/components/zone-select.tsx'
import { editOrganisation } from '#app/access/edit-organisation.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { organisationSchema } from '#app/access/organisation.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { organisationWords as words, settingsWords } from '#app/access/settings-words.ts'
import { currencyCodes, zoneNames } from '#app/access/zones.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Input, Select, Textarea } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'settings.edit', title: settingsWords.organisation }

export async function loader({ context }: LoaderFunctionArgs) {
  return { organisation: await getOrganisation(context.ctx), zones: zoneNames(), currencies: currencyCodes() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, organisationSchema, context.locale)
  if (form.status !== 'success') return badForm(form)
  return orRefused(form, context, async () => {
    await editOrganisation(context.ctx, form.value)
    return saidRedirect('/settings/organisation', { text: translate(context.locale, settingsWords.saved) }, context)
  })
}

interface Fields {
  name: string
  postalAddress: string
  privacyUrl: string
  zone: string
  baseCurrency: string
  fiscalMonth: string
  locale: string
}

export default function Organisation() {
  const t = useT()
  const busy = useBusy()
  const locale = useLocale()
  const { organisation, zones, currencies } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<Fields>({
    lastResult: sent?.result,
    defaultValue: {
      ...organisation,
      privacyUrl: organisation.privacyUrl ?? '',
      fiscalMonth: String(organisation.fiscalMonth),
    },
    defaultNoValidate: false,
  })
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: monthName.format(Date.UTC(2026, month, 1)),
  }))
  return (
    <Page title={t(settingsWords.organisation)} crumbs={[{ label: t(settingsWords.title), to: '/settings' }]} narrow>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <Input
          field={fields.name}
          label={t(words.name)}
          hint={t(words.nameHint)}
          autoComplete="organization"
          maxLength={120}
          required
        />
        <Textarea
          field={fields.postalAddress}
          label={t(words.postalAddress)}
          hint={t(words.postalAddressHint)}
          rows={3}
          maxLength={400}
        />
        <Input
          field={fields.privacyUrl}
          label={t(words.privacyUrl)}
          type="url"
          maxLength={300}
          placeholder="https://"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <ZoneSelect field={fields.zone} label={t(words.zone)} hint={t(words.zoneHint)} zones={zones} required />
          <Select field={fields.locale} label={t(words.locale)} hint={t(words.localeHint)} options={languages} />
          <Select
            field={fields.baseCurrency}
            label={t(words.currency)}
            hint={t(words.currencyHint)}
            options={currencies.map((code) => ({ value: code, label: code }))}
          />
          <Select field={fields.fiscalMonth} label={t(words.fiscalMonth)} options={months} />
        </div>
        <div>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
