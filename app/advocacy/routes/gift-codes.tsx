import type { SubmissionResult } from '@conform-to/react'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Ticket } from 'lucide-react'
import { accountsErrors } from '#app/accounts/words.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { AddCodes, MakeList, RefusedLines } from '#app/advocacy/rewards/components/code-forms.tsx'
import { RewardTabs } from '#app/advocacy/rewards/components/reward-tabs.tsx'
import { codesForm, listForm, type RefusedLine } from '#app/advocacy/rewards/gift-codes.ts'
import { addGiftCodes, listGiftLists, makeGiftList, type GiftListRow } from '#app/advocacy/rewards/gift-lists.server.ts'
import { rewardErrors, rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { referralErrors } from '#app/advocacy/referrals/words.ts'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Money, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

export const handle = { access: 'advocates.read', title: words.codes, maxBody: 2 * 1024 * 1024 }

const here = '/rewards/codes'
const own = { ...accountsErrors, ...referralErrors, ...rewardErrors }

export const loader = async ({ context: { ctx } }: LoaderFunctionArgs) => ({
  lists: await listGiftLists(ctx),
  editable: can(ctx.actor, 'rewards.approve'),
})

interface Sent {
  which: 'list' | 'codes'
  result?: SubmissionResult
  added?: number
  refused?: RefusedLine[]
}

/** Makes a list, or takes codes into one. What was pasted is a secret and never sent back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'rewards.approve')
  const data = await formOf(request)
  if (!data.has('listId')) {
    const form = parseForm(data, listForm, locale)
    if (form.status !== 'success') return badForm(form, { which: 'list' })
    const make = async () => {
      await makeGiftList(ctx, form.value)
      return saidRedirect(here, { text: translate(locale, words.madeList) }, context)
    }
    return orRefused(form, context, make, { which: 'list' }, own)
  }
  const file = data.get('file')
  const uploaded = file instanceof File && file.size > 0 ? await file.text() : ''
  const typed = data.get('codes')
  const text = [typeof typed === 'string' ? typed : '', uploaded].filter(Boolean).join('\n')
  const form = parseForm(secretly(data, text), codesForm, locale)
  if (form.status !== 'success') return json({ which: 'codes', result: { error: { codes: [translate(locale, rewardErrors.gift_codes_many)] } } }, 400) // prettier-ignore
  const bare = { reply: (more?: object) => ({ ...form.reply({ ...more, hideFields: ['codes'] }) }) }
  const add = async () => {
    const { added, refused } = await addGiftCodes(ctx, form.value)
    if (refused.length) return json({ which: 'codes', added, refused })
    return saidRedirect(here, { text: translate(locale, words.addedCodes, { n: added }) }, context)
  }
  return orRefused(bare, context, add, { which: 'codes' }, own)
}

function secretly(data: FormData, codes: string): URLSearchParams {
  return new URLSearchParams({ listId: String(data.get('listId')), codes })
}

export default function GiftCodes() {
  const t = useT()
  const format = useFormat()
  const { lists, editable } = useLoaderData<typeof loader>()
  const sent = useActionData() as Sent | undefined
  const columns: Column<GiftListRow>[] = [
    {
      key: 'name',
      head: t(words.listName),
      main: true,
      cell: (row) => <span className="break-words">{row.name}</span>,
    },
    {
      key: 'left',
      head: t(words.left),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          {t(words.leftOf, { left: format.number(row.left), all: format.number(row.codes) })}
          {row.few ? <Badge tone="warning">{t(row.left === 0 ? words.out : words.few)}</Badge> : null}
        </span>
      ),
    },
    {
      key: 'value',
      head: t(words.value),
      align: 'right',
      cell: (row) => (row.valueMinor === null ? '–' : <Money minor={row.valueMinor} currency={row.currency} />),
    },
  ]
  return (
    <Page title={t(words.codes)} lead={t(words.codesLead)} crumbs={[{ label: t(words.rewards), to: '/rewards' }]}>
      <RewardTabs current="codes" />
      {sent?.refused ? <RefusedLines added={sent.added ?? 0} refused={sent.refused} /> : null}
      {lists.length === 0 ? (
        <Empty icon={Ticket} title={t(words.noLists)}>
          {t(words.noListsText)}
        </Empty>
      ) : (
        <Table caption={t(words.codes)} columns={columns} rows={lists} rowKey={(row) => row.id} />
      )}
      {editable ? (
        <div className="grid items-start gap-4 md:grid-cols-2">
          {lists.length ? (
            <AddCodes
              key={lists.reduce((sum, { codes }) => sum + codes, 0)}
              lists={lists}
              result={sent?.which === 'codes' ? sent.result : undefined}
            />
          ) : null}
          <MakeList key={`list${lists.length}`} result={sent?.which === 'list' ? sent.result : undefined} />
        </div>
      ) : null}
    </Page>
  )
}
