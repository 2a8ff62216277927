import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { limitTestCall } from '#app/access/rate-limits.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { HookForm } from '#app/notifications/components/hook-form.tsx'
import { KindTable } from '#app/notifications/components/kind-table.tsx'
import { TimesForm } from '#app/notifications/components/times-form.tsx'
import {
  editChoices,
  editTimes,
  removeHook,
  returnHook,
  setHook,
  tryHook,
} from '#app/notifications/edit-settings.server.ts'
import { failureText } from '#app/notifications/failure-text.ts'
import { getNotificationSettings } from '#app/notifications/get-settings.server.ts'
import { choicesSchema, hookSchema, timesFormSchema } from '#app/notifications/settings.ts'
import { hookWords, noticeSettingsWords as words } from '#app/notifications/settings-words.ts'
import { NotFound, Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'self.edit', title: words.title }

const here = '/settings/notifications'

export function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return getNotificationSettings(ctx)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  const { ctx, locale } = context
  const t = translator(locale)
  const saved = () => saidRedirect(here, { text: t(settingsWords.saved) }, context)
  switch (String(data.get('intent'))) {
    case 'choices': {
      const form = parseForm(data, choicesSchema, locale)
      if (form.status !== 'success') return badForm(form, { about: 'choices' })
      await editChoices(ctx, form.value)
      return saved()
    }
    case 'times': {
      const form = parseForm(data, timesFormSchema, locale)
      if (form.status !== 'success') return badForm(form, { about: 'times' })
      await editTimes(ctx, form.value)
      return saved()
    }
    case 'hook': {
      const form = parseForm(data, hookSchema, locale)
      if (form.status !== 'success') return badForm(form, { about: 'hook' })
      const set = () => setHook(ctx, form.value).then(() => saidRedirect(here, { text: t(hookWords.saidSet) }, context))
      return orRefused(form, context, set, { about: 'hook' })
    }
    case 'test': {
      await limitTestCall(context.user!.id)
      const outcome = await tryHook(ctx, locale)
      if (!outcome) throw new NotFound()
      const text = outcome.ok
        ? t(hookWords.saidTested)
        : t(hookWords.saidFailed, { why: failureText(t, outcome.failure) })
      return saidRedirect(here, { text, tone: outcome.ok ? 'good' : 'warn' }, context)
    }
    case 'remove_hook': {
      const removed = await removeHook(ctx)
      const undo = removed && { action: here, fields: { intent: 'return_hook', removed }, label: t(uiWords.undo) }
      return saidRedirect(here, { text: t(hookWords.saidRemoved), ...(undo && { undo }) }, context)
    }
    case 'return_hook':
      await returnHook(ctx, String(data.get('removed')))
      return saidRedirect(here, { text: t(hookWords.saidReturned) }, context)
    default:
      throw new Refusal(400, 'bad_request')
  }
}

export default function NotificationsSettings() {
  const t = useT()
  const settings = useLoaderData<typeof loader>()
  const sent = useActionData<{ about: string; result: SubmissionResult }>()
  const resultOf = (about: string) => (sent?.about === about ? sent.result : undefined)
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
    >
      <KindTable kinds={settings.kinds} hasHook={settings.hook !== null} />
      <TimesForm settings={settings} result={resultOf('times')} />
      <HookForm hook={settings.hook} result={resultOf('hook')} />
    </Page>
  )
}
