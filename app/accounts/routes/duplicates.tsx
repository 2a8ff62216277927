import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Copy, ScanSearch } from 'lucide-react'
import { PairCard } from '#app/accounts/components/pair-card.tsx'
import { duplicateLists, duplicateWords as words } from '#app/accounts/duplicate-words.ts'
import { listDuplicates } from '#app/accounts/list-duplicates.server.ts'
import { isLooking, lookForDuplicates } from '#app/accounts/look-for-duplicates.server.ts'
import { accountWords } from '#app/accounts/page-words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { useLivePoll } from '#app/ui/progress.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle = { access: 'accounts.import', title: words.title }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const list = duplicateLists.find((one) => one === query.get('list')) ?? 'account'
  return { list, looking: await isLooking(ctx), ...(await listDuplicates(ctx, { list, after: query.get('after') })) }
}

/** Looks for duplicates now. */
export async function action({ context: { ctx } }: ActionFunctionArgs) {
  await lookForDuplicates(ctx)
  return redirect('/accounts/duplicates')
}

const tabWords = { account: words.accounts, contact: words.contacts, dismissed: words.dismissed }

export default function Duplicates() {
  const t = useT()
  const busy = useBusy('/accounts/duplicates')
  const { list, looking, pairs, counts, next } = useLoaderData<typeof loader>()
  useLivePoll(looking)
  const judged = list === 'dismissed'
  const look = (
    <Form method="post">
      <Button icon={ScanSearch} busy={busy} disabled={looking}>
        {t(words.look)}
      </Button>
    </Form>
  )
  return (
    <Page title={t(words.title)} crumbs={[{ label: t(accountWords.accounts), to: '/accounts' }]} actions={look}>
      <p className="max-w-prose text-muted">{t(words.intro)}</p>
      {looking ? (
        <Notice tone="info" title={t(words.looking)}>
          {t(words.lookingBody)}
        </Notice>
      ) : null}
      <Tabs
        label={t(words.lists)}
        tabs={duplicateLists.map((one) => ({
          to: `/accounts/duplicates?list=${one}`,
          label: t(tabWords[one]),
          count: counts[one],
          current: one === list,
        }))}
      />
      {pairs.length === 0 ? (
        <Empty icon={Copy} title={t(judged ? words.noneDismissed : words.none)}>
          {t(judged ? words.noneDismissedBody : words.noneBody)}
        </Empty>
      ) : (
        <>
          <div className="grid gap-3 xl:grid-cols-2">
            {pairs.map((pair) => (
              <PairCard key={pair.id} pair={pair} judged={judged} />
            ))}
          </div>
          <Pager shown={pairs.length} total={counts[list]} next={next} />
        </>
      )}
    </Page>
  )
}
