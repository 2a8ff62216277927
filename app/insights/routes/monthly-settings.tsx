import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FileText, Send } from 'lucide-react'
import type { SubmissionResult } from '@conform-to/react'
import { badForm } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { MonthlyForm } from '#app/insights/monthly/components/monthly-form.tsx'
import { Recipients } from '#app/insights/monthly/components/recipients.tsx'
import { Targets } from '#app/insights/monthly/components/targets.tsx'
import { addRecipient, removeRecipient, revokeLinks } from '#app/insights/monthly/change-recipients.server.ts'
import { getMonthlyAdmin } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { monthlySettingsWords as words } from '#app/insights/monthly/monthly-settings-words.ts'
import { monthlyForm, recipientForm, targetForm } from '#app/insights/monthly/monthly.ts'
import { orMonthlyRefused } from '#app/insights/monthly/refused-monthly.server.ts'
import { saveMonthlySettings, setTarget } from '#app/insights/monthly/save-monthly-settings.server.ts'
import { dueOf, tryMonthly } from '#app/insights/monthly/send-monthly.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'settings.edit', title: words.title }

const here = '/settings/monthly'

export async function loader({ context }: LoaderFunctionArgs) {
  const admin = await getMonthlyAdmin(context.ctx)
  return { ...admin, due: await dueOf(context.ctx, admin.settings.workingDay), language: context.locale }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  const t = translator(context.locale)
  const { ctx } = context
  const id = String(data.get('id') ?? '')
  switch (String(data.get('intent'))) {
    case 'settings': {
      const form = parseForm(data, monthlyForm, context.locale)
      if (form.status !== 'success') return badForm(form, { about: 'settings' })
      await saveMonthlySettings(ctx, form.value)
      return saidRedirect(here, { text: t(settingsWords.saved) }, context)
    }
    case 'target': {
      const about = `target:${String(data.get('metric'))}:${String(data.get('programId') ?? '')}`
      const form = parseForm(data, targetForm, context.locale)
      if (form.status !== 'success') return badForm(form, { about })
      const { metric, programId } = form.value
      return orMonthlyRefused(form, context, about, async () => {
        const before = await setTarget(ctx, form.value)
        const fields = { intent: 'target', metric, programId, value: before === null ? '' : String(before) }
        const undo = { action: here, fields, label: t(uiWords.undo) }
        return saidRedirect(here, { text: t(words.targetSaved), undo }, context)
      })
    }
    case 'add': {
      const form = parseForm(data, recipientForm, context.locale)
      if (form.status !== 'success') return badForm(form, { about: 'add' })
      const said = () => saidRedirect(here, { text: t(words.added, { email: form.value.email }) }, context)
      return orMonthlyRefused(form, context, 'add', () => addRecipient(ctx, form.value).then(said))
    }
    case 'remove': {
      const { email, language } = await removeRecipient(ctx, { id })
      const undo = { action: here, fields: { intent: 'add', email, language }, label: t(uiWords.undo) }
      return saidRedirect(here, { text: t(words.removed, { email }), undo }, context)
    }
    case 'revoke':
      return saidRedirect(here, { text: t(words.revoked, { n: await revokeLinks(ctx, { id }) }) }, context)
    case 'try': {
      const email = await tryMonthly(ctx, { language: context.locale })
      return saidRedirect(here, { text: t(words.tried, { email }) }, context)
    }
    default:
      throw new Refusal(400, 'bad_request')
  }
}

export default function MonthlySettingsPage() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const sent = useActionData<{ about: string; result: SubmissionResult }>()
  const resultOf = (about: string) => (sent?.about === about ? sent.result : undefined)
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
      actions={
        <>
          <LinkButton to="/monthly" icon={FileText}>
            {t(words.open)}
          </LinkButton>
          <Form method="post">
            <Button name="intent" value="try" icon={Send} title={t(words.tryHint)}>
              {t(words.tryIt)}
            </Button>
          </Form>
        </>
      }
    >
      <Recipients recipients={data.recipients} language={data.language} result={resultOf('add')} />
      <MonthlyForm key={data.settings.updatedAt} {...data} result={resultOf('settings')} />
      <Targets
        programs={data.programs}
        targets={data.targets}
        failed={sent?.about.startsWith('target:') ? sent : undefined}
      />
    </Page>
  )
}
