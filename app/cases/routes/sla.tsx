import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { settingsWords } from '#app/access/settings-words.ts'
import { SlaPreview } from '#app/cases/components/sla-preview.tsx'
import { SlaTable } from '#app/cases/components/sla-table.tsx'
import { withoutTier, withTier, type Draft } from '#app/cases/sla/draft.ts'
import { getSlaSettings } from '#app/cases/sla/get-sla-settings.server.ts'
import { mostTiers, policyInput, savePolicyInput } from '#app/cases/sla/policy.ts'
import { previewPolicy, type PolicyPreview } from '#app/cases/sla/preview-policy.server.ts'
import { orPolicyRefused } from '#app/cases/sla/refused-policy.server.ts'
import { savePolicy } from '#app/cases/sla/save-policy.server.ts'
import { slaWords as words } from '#app/cases/sla/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'settings.edit', title: settingsWords.sla }

interface Sent {
  draft: Draft
  error: Record<string, string[] | null>
  preview: PolicyPreview | null
}

export async function loader({ context }: LoaderFunctionArgs) {
  return getSlaSettings(context.ctx)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  const intent = String(data.get('intent'))
  const t = translator(context.locale)
  const form = parseForm(data, intent === 'save' ? savePolicyInput : policyInput, context.locale)
  const draft = form.reply().initialValue as unknown as Draft
  if (!Array.isArray(draft.rows)) throw new Refusal(400, 'bad_request')
  const shown = (sent: Partial<Sent>, status = 200) => json<Sent>({ draft, error: {}, preview: null, ...sent }, status)
  if (intent === 'add') return shown({ draft: withTier(draft, String(data.get('newTier') ?? '')) })
  if (intent.startsWith('drop:')) return shown({ draft: withoutTier(draft, intent.slice(5)) })
  if (form.status !== 'success') return shown({ error: form.reply().error ?? {} }, 400)
  const { value } = form
  return orPolicyRefused(form, context, draft, async () => {
    if (intent === 'preview') return shown({ preview: await previewPolicy(context.ctx, value) })
    if (intent !== 'save' || !('open' in value)) throw new Refusal(400, 'bad_request')
    await savePolicy(context.ctx, value as Parameters<typeof savePolicy>[1])
    return saidRedirect('/settings/sla', { text: t(value.open === 'move' ? words.savedMoving : words.saved) }, context)
  })
}

export default function Sla() {
  const t = useT()
  const busy = useBusy()
  const loaded = useLoaderData<typeof loader>()
  const sent = useActionData<Sent>()
  const draft = sent?.draft ?? loaded.draft
  const errors = sent?.error ?? {}
  const used = new Set(draft.rows.map((row) => row.tier ?? ''))
  const free = loaded.tiers.filter((tier) => tier !== '' && !used.has(tier))
  return (
    <Page
      title={t(settingsWords.sla)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
    >
      <p className="text-muted">
        {loaded.saved ? (
          <>
            {t(words.version, { n: loaded.draft.base, name: loaded.saved.by ?? '–' })} · <Time at={loaded.saved.at} />
          </>
        ) : (
          t(words.never)
        )}
      </p>
      <Form method="post" className="flex flex-col gap-4" key={loaded.draft.base}>
        <FormErrors errors={errors[''] ?? undefined} />
        <input type="hidden" name="base" value={draft.base} />
        {draft.rows.map((row, i) => (
          <SlaTable key={row.tier ?? ''} row={row} at={i} alone={draft.rows.length === 1} errors={errors} />
        ))}
        {free.length > 0 && draft.rows.length < mostTiers ? (
          <div className="flex flex-wrap items-end gap-3">
            <Select
              key={free.join()}
              name="newTier"
              label={t(words.addTier)}
              options={free.map((tier) => ({ value: tier, label: tier }))}
            />
            <Button name="intent" value="add" formNoValidate>
              {t(words.add)}
            </Button>
          </div>
        ) : null}
        <ButtonRow>
          <Button variant="primary" name="intent" value="preview" busy={busy}>
            {t(words.preview)}
          </Button>
        </ButtonRow>
      </Form>
      {sent?.preview ? <SlaPreview draft={sent.draft} preview={sent.preview} /> : null}
    </Page>
  )
}
