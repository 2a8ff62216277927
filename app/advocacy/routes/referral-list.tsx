import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receiveFile } from '#app/accounts/receive-file.server.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { ListUpload } from '#app/advocacy/components/list-upload.tsx'
import { ReferralLines } from '#app/advocacy/components/referral-lines.tsx'
import { doReferralList, readReferralList, rowsOf } from '#app/advocacy/lists/referral-list.server.ts'
import { listKinds } from '#app/advocacy/lists/list-kinds.ts'
import { mostLines } from '#app/advocacy/lists/read-list.server.ts'
import { refusedList } from '#app/advocacy/lists/refused-list.server.ts'
import { listWords as words } from '#app/advocacy/lists/words.ts'
import { referralWords } from '#app/advocacy/referrals/words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { translate } from '#app/platform/words.ts'
import { errorWords } from '#app/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Stepper } from '#app/ui/stepper.tsx'

/** A little more than the file, for the form around it. */
export const handle = { access: 'advocates.edit', title: words.referralsFromList, maxBody: 3 * 1024 * 1024 }

const kindOf = (request: Request) =>
  new URL(request.url).searchParams.get('kind') === 'outcomes' ? ('outcomes' as const) : ('leads' as const)

export function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'advocates.edit')
  return { kind: kindOf(request), most: mostLines }
}

/** A file is rehearsed; what was seen of it is carried out. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'advocates.edit')
  const kind = kindOf(request)
  const say = (code: string) => translate(locale, errorWords[code] ?? errorWords.unexpected!, { requestId: '' })
  if (/^multipart\/form-data/i.test(request.headers.get('content-type') ?? ''))
    return refusedList(locale, async () => {
      const list = await receiveFile(request, 'file', ({ content }) => readReferralList(kind, content))
      return json({ step: 'checked' as const, lines: await doReferralList(ctx, { list, rehearsed: true, say }) })
    })
  const list = rowsOf(kind, (await formOf(request)).get('rows'))
  return json({ step: 'done' as const, lines: await doReferralList(ctx, { list, rehearsed: false, say }) })
}

export default function ReferralList() {
  const { kind, most } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useT()
  const here = `/referrals/list?kind=${kind}`
  const shown = outcome?.step === 'checked' || outcome?.step === 'done' ? outcome : null
  return (
    <Page
      title={`${t(referralWords.referrals)}: ${t(words.referralsFromList)}`}
      crumbs={[{ label: t(referralWords.referrals), to: '/referrals' }]}
      lead={t(words.referralsLead)}
      actions={shown ? <LinkButton to={here}>{t(words.again)}</LinkButton> : null}
    >
      <AdvocacyTabs current="referrals" />
      <Stepper
        steps={[words.stepFile, words.stepCheck, words.stepDone].map((step) => ({ label: t(step) }))}
        current={shown ? (shown.step === 'done' ? 3 : 1) : 0}
      />
      {shown ? (
        <ReferralLines key={shown.step} action={here} kind={kind} step={shown.step} lines={shown.lines} />
      ) : (
        <ListUpload
          action={here}
          most={most}
          columns={t(kind === 'leads' ? words.leadColumns : words.outcomeColumns)}
          error={outcome?.step === 'unread' ? outcome.error : null}
        >
          <nav aria-label={t(words.whatIsIn)} className="flex flex-wrap gap-2">
            {listKinds.map((one) => (
              <LinkButton
                key={one}
                to={`/referrals/list?kind=${one}`}
                size="sm"
                variant={one === kind ? 'primary' : undefined}
                aria-current={one === kind ? 'page' : undefined}
              >
                {t(words[one])}
              </LinkButton>
            ))}
          </nav>
        </ListUpload>
      )}
    </Page>
  )
}
