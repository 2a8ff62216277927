import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { findAccounts } from '#app/accounts/find-customers.server.ts'
import { authorise } from '#app/audit/context.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'
import { VoiceFields } from '#app/voices/components/voice-fields.tsx'
import { getVoiceForm } from '#app/voices/get-voice-form.server.ts'
import { orVoiceRefused } from '#app/voices/refused-voice.server.ts'
import { recordVoice } from '#app/voices/save-voice.server.ts'
import { voiceForm } from '#app/voices/voice.ts'
import { voiceWords as words } from '#app/voices/words.ts'

export const handle = { access: 'voices.edit', title: words.write }

export async function loader({ request, context: { ctx, user } }: LoaderFunctionArgs) {
  authorise(ctx, 'voices.edit')
  const query = new URL(request.url).searchParams
  const account = query.get('account')
  const q = (query.get('q') ?? '').slice(0, 100)
  if (!account) return { form: null, q, found: q ? await findAccounts(ctx, q, 20) : [] }
  const form = await getVoiceForm(ctx, account)
  return { form, q, found: [], me: user?.id ?? '', contact: query.get('contact') ?? '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, voiceForm, context.locale)
  if (form.status !== 'success') return json({ result: form.reply() }, 400)
  return orVoiceRefused(form, context, async () => {
    const { date: _, ...given } = form.value
    const id = await recordVoice(context.ctx, { ...given, date: String(form.payload.date) })
    return saidRedirect(`/voices/${id}`, { text: translator(context.locale)(words.saidRecorded) }, context)
  })
}

export default function NewVoice() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <Page
      title={t(words.write)}
      lead={data.form ? data.form.account.name : undefined}
      crumbs={[{ label: t(words.title), to: '/voices' }]}
      narrow
    >
      {data.form ? (
        <Card>
          <VoiceFields
            {...data.form}
            initial={{
              accountId: data.form.account.id,
              contactId: data.contact,
              date: data.form.latest,
              channel: 'meeting',
              heardBy: data.me,
              text: '',
              feeling: '',
            }}
            result={sent?.result}
          />
        </Card>
      ) : (
        <Card title={t(words.whose)}>
          <form method="get" role="search" className="flex flex-wrap items-end gap-2" key={data.q}>
            <Input label={t(words.findAccount)} name="q" type="search" maxLength={100} defaultValue={data.q} required />
            <Button>{t(uiWords.search)}</Button>
          </form>
          {data.q && data.found.length === 0 ? <p className="text-muted">{t(words.noAccount)}</p> : null}
          <ul className="flex flex-col">
            {data.found.map(({ id, name }) => (
              <li key={id} className="border-t border-line first:border-t-0">
                <Link
                  to={`/voices/new?account=${id}`}
                  className="flex min-h-9 items-center text-accent hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
