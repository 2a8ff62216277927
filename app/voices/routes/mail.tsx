import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { MailCheck } from 'lucide-react'
import { deleteInbound, listInbound, type AsideKind } from '#app/email/list-inbound.server.ts'
import { assignForm, assignInbound } from '#app/loop/assign-inbound.server.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { authorise } from '#app/audit/context.server.ts'
import { translate } from '#app/platform/words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { AsideMail } from '#app/voices/components/aside-mail.tsx'
import { asideWords as words, asideKindWords } from '#app/voices/aside-words.ts'
import { voiceWords } from '#app/voices/words.ts'
import { asideStates } from '#db/enums/email.ts'

export const handle = { access: 'inbound.read', title: words.title }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const kind = asideStates.find((one) => one === query.get('kind')) ?? 'unmatched'
  return { kind, ...(await listInbound(ctx, { kind, after: query.get('after') })) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'inbound.read')
  const data = await formOf(request)
  const id = String(data.get('id') ?? '')
  if (data.get('intent') === 'delete') {
    await deleteInbound(ctx, { id })
    return saidRedirect('/voices/mail', { text: translate(locale, words.saidDeleted) }, context)
  }
  const form = parseForm(data, assignForm, locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  try {
    const { voiceId } = await assignInbound(ctx, form.value)
    return saidRedirect(`/voices/${voiceId}`, { text: translate(locale, words.saidAssigned) }, context)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const said = error.code === 'account_ambiguous' ? words.ambiguous : words.noAccount
    return json({ id, account: form.value.account, error: translate(locale, said) }, 422)
  }
}

export default function InboundMail() {
  const t = useT()
  const { kind, rows, counts, next } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const path = (one: AsideKind) => (one === 'unmatched' ? '/voices/mail' : `/voices/mail?kind=${one}`)
  return (
    <Page title={t(words.title)} lead={t(words.lead)} crumbs={[{ label: t(voiceWords.title), to: '/voices' }]}>
      <Tabs
        label={t(words.kinds)}
        tabs={asideStates
          .filter((one) => one !== 'waiting' || counts.waiting)
          .map((one) => ({
            to: path(one),
            label: t(asideKindWords[one]),
            count: counts[one] ?? 0,
            current: one === kind,
          }))}
      />
      {rows.length === 0 ? (
        <Empty icon={MailCheck} title={t(words.none)}>
          {t(words.noneText)}{' '}
          <Link to="/voices" className="text-accent underline">
            {t(voiceWords.title)}
          </Link>
        </Empty>
      ) : (
        <>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {rows.map((row) => (
              <AsideMail key={row.id} of={row} told={sent?.id === row.id ? sent : null} />
            ))}
          </ul>
          <Pager shown={rows.length} next={next} />
        </>
      )}
    </Page>
  )
}
