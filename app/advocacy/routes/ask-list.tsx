import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { emailAddress } from '#app/accounts/email-address.ts'
import { receiveFile } from '#app/accounts/receive-file.server.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { CheckedAsks } from '#app/advocacy/components/checked-asks.tsx'
import { ListUpload } from '#app/advocacy/components/list-upload.tsx'
import type { RefusedAsk } from '#app/advocacy/components/refused-asks.tsx'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { askingWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { checkAskList } from '#app/advocacy/lists/check-ask-list.server.ts'
import { askColumns } from '#app/advocacy/lists/columns.ts'
import { listedPeople } from '#app/advocacy/lists/listed-people.ts'
import { mostLines, readList } from '#app/advocacy/lists/read-list.server.ts'
import { refusedList } from '#app/advocacy/lists/refused-list.server.ts'
import { listWords as words } from '#app/advocacy/lists/words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Stepper } from '#app/ui/stepper.tsx'
import { askKinds } from '#db/enums/advocacy.ts'

/** A little more than the file, for the form around it. */
export const handle = { access: 'advocates.edit', title: words.asksFromList, maxBody: 3 * 1024 * 1024 }

const kindOf = (request: Request) =>
  z.enum(askKinds).catch('referral').parse(new URL(request.url).searchParams.get('kind'))

export function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'advocates.edit')
  return { kind: kindOf(request), most: mostLines }
}

/** A file is checked; who was chosen of it is reserved, with the words of their own. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'advocates.edit')
  const kind = kindOf(request)
  if (/^multipart\/form-data/i.test(request.headers.get('content-type') ?? ''))
    return refusedList(locale, async () => {
      const bare = { field: 'email' as const, looksLike: (cell: string) => emailAddress(cell) !== null }
      const lines = await receiveFile(request, 'file', ({ content }) => readList(content, { headers: askColumns, bare })) // prettier-ignore
      return json({ step: 'checked' as const, lines: await checkAskList(ctx, kind, lines) })
    })
  const form = await readForm(request, z.object({ people: listedPeople }), locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const refused: (RefusedAsk & { name: string })[] = []
  for (const { contactId, name, words } of form.value.people) {
    const got = await reserveAsk(ctx, { kind, contactId, ...(words && { words }) })
    if (got.kind === 'refused') refused.push({ contactId, name, got })
  }
  if (refused.length === 0) return redirect('/asks/write')
  return json({ step: 'refused' as const, refused, some: refused.length < form.value.people.length })
}

export default function AskList() {
  const { kind, most } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useT()
  const checked = outcome?.step === 'checked' || outcome?.step === 'refused'
  const here = `/asks/list?kind=${kind}`
  return (
    <Page
      title={`${t(askKindNames[kind])}: ${t(words.asksFromList)}`}
      crumbs={[{ label: t(askingWords.who), to: `/asks/who?kind=${kind}` }]}
      lead={t(words.asksLead)}
      actions={checked ? <LinkButton to={here}>{t(words.again)}</LinkButton> : null}
    >
      <AdvocacyTabs current="who" />
      <Stepper
        steps={[words.stepFile, words.stepCheck, words.stepWrite].map((step) => ({ label: t(step) }))}
        current={checked ? 1 : 0}
      />
      {checked ? (
        <CheckedAsks action={here} of={outcome} />
      ) : (
        <ListUpload
          action={here}
          most={most}
          columns={t(words.askColumns)}
          error={outcome?.step === 'unread' ? outcome.error : null}
        >
          <nav aria-label={t(askingWords.kind)} className="flex flex-wrap gap-2">
            {askKinds.map((one) => (
              <LinkButton
                key={one}
                to={`/asks/list?kind=${one}`}
                size="sm"
                variant={one === kind ? 'primary' : undefined}
                aria-current={one === kind ? 'page' : undefined}
              >
                {t(askKindNames[one])}
              </LinkButton>
            ))}
          </nav>
        </ListUpload>
      )}
    </Page>
  )
}
