import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { RuleForm } from '#app/cases/components/rule-form.tsx'
import { addRule, editRule } from '#app/cases/routing/edit-rules.server.ts'
import { getRule, routingChoices } from '#app/cases/routing/get-routing.server.ts'
import { ruleSchema } from '#app/cases/routing/routing-rule.ts'
import { routingErrors, routingWords as words } from '#app/cases/routing/words.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'routing.edit', title: words.editRule }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'routing.edit')
  return { rule: params.id === 'new' ? null : await getRule(ctx, params.id!), choices: await routingChoices(ctx) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  const t = translator(locale)
  const form = parseForm(await formOf(request), ruleSchema, locale)
  if (form.status !== 'success') return badForm(form)
  const isNew = params.id === 'new'
  const save = async () => {
    await (isNew ? addRule(ctx, form.value) : editRule(ctx, { ...form.value, ruleId: params.id! }))
    return saidRedirect('/settings/routing', { text: t(isNew ? words.saidAdded : words.saidEdited) }, context)
  }
  return orRefused(form, context, save, {}, routingErrors)
}

const empty = { when: {}, target: 'user' as const, targetId: null }

export default function RoutingRulePage() {
  const t = useT()
  const { rule, choices } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  const title = t(rule ? words.editRule : words.addRule)
  return (
    <Page
      title={title}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(words.title), to: '/settings/routing' },
      ]}
      narrow
    >
      <RuleForm rule={rule ?? empty} choices={choices} result={sent?.result} verb={rule ? t(uiWords.save) : title} />
    </Page>
  )
}
