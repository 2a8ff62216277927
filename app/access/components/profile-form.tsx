import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { ZoneSelect } from '#app/access/components/zone-select.tsx'
import { meWords as words } from '#app/access/settings-words.ts'
import type { Locale } from '#app/platform/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export const languages = [
  { value: 'en', label: 'English' },
  { value: 'ja', label: '日本語' },
]

interface Me {
  name: string
  locale: Locale
  zone: string | null
}

/** Name, language and time zone of oneself. */
export function ProfileForm({ me, zones, result }: { me: Me; zones: string[]; result: SubmissionResult | undefined }) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<{ name: string; locale: string; zone: string }>({
    id: 'profile',
    lastResult: result,
    defaultValue: { name: me.name, locale: me.locale, zone: me.zone ?? '' },
    defaultNoValidate: false,
  })
  return (
    <Card title={t(words.profile)}>
      <Form method="post" {...getFormProps(form)} reloadDocument className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <input type="hidden" name="intent" value="profile" />
        <Input field={fields.name} label={t(words.name)} autoComplete="name" maxLength={80} required />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select field={fields.locale} label={t(words.language)} options={languages} />
          <ZoneSelect field={fields.zone} label={t(words.zone)} zones={zones} empty={t(words.zoneOrganisation)} />
        </div>
        <div>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
