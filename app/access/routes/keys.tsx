import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { KeyRound } from 'lucide-react'
import { keySchema, revokeKeySchema } from '#app/access/api-key.ts'
import { createKey, listKeys, revokeKey } from '#app/access/api-keys.server.ts'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { KeyTable } from '#app/access/components/key-table.tsx'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { keyWords as words, settingsWords } from '#app/access/settings-words.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Refused } from '#app/ui/refused.tsx'
import { apiScopes } from '#db/enums/access.ts'

export const handle = { access: 'keys.edit', title: settingsWords.keys }

export async function loader({ context }: LoaderFunctionArgs) {
  return { keys: await listKeys(context.ctx) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  if (data.get('intent') === 'create') {
    const form = parseForm(data, keySchema, context.locale)
    if (form.status !== 'success') return badForm(form)
    return orRefused(form, context, async () => {
      const { secret } = await createKey(context.ctx, form.value)
      return json({ secret, result: undefined })
    })
  }
  if (data.get('intent') === 'revoke') {
    const form = parseForm(data, revokeKeySchema, context.locale)
    if (form.status !== 'success') throw new Refusal(400, 'bad_request')
    await revokeKey(context.ctx, form.value)
    return saidRedirect('/settings/keys', { text: translate(context.locale, words.revokedSaid) }, context)
  }
  throw new Refusal(400, 'bad_request')
}

export default function Keys() {
  const t = useT()
  const { keys } = useLoaderData<typeof loader>()
  const sent = useActionData<{ secret?: string; result?: SubmissionResult }>()
  return (
    <Page
      title={t(settingsWords.keys)}
      lead={t(settingsWords.keysHint)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      actions={<ExportMenu to="/settings/keys/export" reason={keys.length === 0 ? t(exportWords.nothingHere) : null} />}
    >
      <Refused />
      {sent?.secret ? (
        <Notice tone="success" title={t(words.onceTitle)}>
          <code className="rounded bg-surface px-2 py-1 font-mono break-all text-ink select-all">{sent.secret}</code>
          <p>{t(words.onceBody)}</p>
        </Notice>
      ) : null}
      {keys.length === 0 ? (
        <Empty icon={KeyRound} title={t(words.none)}>
          {t(words.noneBody)}
        </Empty>
      ) : (
        <KeyTable keys={keys} />
      )}
      <CreateKey key={keys.length} result={sent?.result} />
    </Page>
  )
}

function CreateKey({ result }: { result: SubmissionResult | undefined }) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<{ name: string; scopes: string[] }>({ lastResult: result, defaultNoValidate: false })
  return (
    <Card title={t(words.create)}>
      <Form method="post" {...getFormProps(form)} className="flex max-w-prose flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <input type="hidden" name="intent" value="create" />
        <Input field={fields.name} label={t(words.name)} hint={t(words.nameHint)} maxLength={80} required />
        <CheckboxGroup
          field={fields.scopes}
          label={t(words.scopes)}
          options={apiScopes.map((scope) => ({ value: scope, label: t(words[scope]) }))}
        />
        <div>
          <Button variant="primary" busy={busy}>
            {t(words.create)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
