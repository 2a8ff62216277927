import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { getDelay } from '#app/cases/recovery/get-delay.server.ts'
import { delayForm } from '#app/cases/recovery/recovery.ts'
import { setDelay } from '#app/cases/recovery/set-delay.server.ts'
import { recoverySettingsWords as words } from '#app/cases/recovery/settings-words.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { recoveryWording } from '#app/surveys/recovery/recovery-wording.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'settings.edit', title: settingsWords.recovery }

const here = '/settings/recovery'

export function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return getDelay(ctx)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(await formOf(request), delayForm, context.locale)
  if (form.status !== 'success') return badForm(form)
  const { ctx } = context
  const t = translator(context.locale)
  return orRefused(form, context, async () => {
    const before = await setDelay(ctx, form.value)
    if (before === null) return saidRedirect(here, { text: t(words.unchanged) }, context)
    const undo = { action: here, fields: { delayDays: String(before) }, label: t(uiWords.undo) }
    return saidRedirect(here, { text: t(settingsWords.saved), undo }, context)
  })
}

export default function Recovery() {
  const { delayDays, saved } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result: SubmissionResult }>()
  const t = useT()
  const format = useFormat()
  const { question, low, high } = recoveryWording[useLocale()]
  const errors = (sent?.result.error ?? {}) as Record<string, string[]>
  return (
    <Page
      title={t(settingsWords.recovery)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
    >
      <Form method="post" className="flex flex-col gap-4" key={delayDays}>
        <FormErrors errors={errors['']} />
        <Card title={t(words.when)}>
          <Input
            name="delayDays"
            type="number"
            min={0}
            max={60}
            required
            label={t(words.delay)}
            hint={t(words.delayHint)}
            defaultValue={delayDays}
            error={errors.delayDays?.join(' ')}
          />
        </Card>
        <ButtonRow>
          <Button variant="primary" busy={useBusy()}>
            {t(uiWords.save)}
          </Button>
          <span className="text-xs text-muted">
            {saved ? t(words.setBy, { name: saved.by ?? 'Koe', when: format.date(saved.at) }) : t(words.never)}
          </span>
        </ButtonRow>
      </Form>
      <Card title={t(words.question)}>
        <p className="text-lg">{question}</p>
        <p className="text-xs text-muted">
          1 = {low} · 5 = {high}
        </p>
        <p className="text-muted">{t(words.verdict)}</p>
      </Card>
    </Page>
  )
}
