import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData, useLocation } from '@remix-run/react'
import { Gift } from 'lucide-react'
import { changeRewards } from '#app/advocacy/rewards/change-reward.server.ts'
import { RewardTabs } from '#app/advocacy/rewards/components/reward-tabs.tsx'
import { RewardStateBadge, useRuleName, useWhat } from '#app/advocacy/rewards/components/reward-what.tsx'
import { countRewards, listRewards, type ListedReward } from '#app/advocacy/rewards/list-rewards.server.ts'
import { rewardFilter } from '#app/advocacy/rewards/reward.ts'
import { sayChanged } from '#app/advocacy/rewards/say-changed.ts'
import { rewardStateWords, rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { rewardStates } from '#db/enums/advocacy-rewards.ts'

export const handle = { access: 'advocates.read', title: words.rewards }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const filter = rewardFilter.parse(query)
  return {
    ...(await listRewards(ctx, filter)),
    filter,
    counts: await countRewards(ctx, filter.person),
    mayApprove: can(ctx.actor, 'rewards.approve'),
    mayIssue: can(ctx.actor, 'advocates.edit'),
  }
}

/** Approves or issues those that were ticked. */
export async function action({ request, context }: ActionFunctionArgs) {
  authorise(context.ctx, 'advocates.edit')
  const data = await formOf(request)
  const verb = data.get('verb')
  if (verb !== 'approve' && verb !== 'issue') throw new Refusal(400, 'bad_request')
  const ids = data.getAll('id').map(String)
  const said = ids.length ? sayChanged(context.locale, verb, await changeRewards(context.ctx, { ids, verb })) : null
  return saidRedirect(`/rewards${new URL(request.url).search}`, { text: said ?? sayChanged(context.locale, verb, null) }, context) // prettier-ignore
}

export default function Rewards() {
  const { rewards, next, filter, counts, mayApprove, mayIssue } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const { search } = useLocation()
  const here = `/rewards${search}`
  const ofPerson = filter.person ? `&person=${filter.person}` : ''
  const ticks = (filter.state === 'earned' && mayApprove) || (filter.state === 'approved' && mayIssue)
  return (
    <Page
      title={t(words.rewards)}
      lead={t(words.lead)}
      actions={<ExportMenu to="/rewards/export" reason={rewards.length === 0 ? t(exportWords.nothingHere) : null} />}
    >
      <RewardTabs current="ledger" />
      <Tabs
        label={t(words.state)}
        tabs={[
          ...rewardStates.map((state) => ({
            to: `/rewards?state=${state}${ofPerson}`,
            label: t(rewardStateWords[state]),
            count: counts[state] > mostOnTab ? `${format.number(mostOnTab)}+` : counts[state] || null,
            current: filter.state === state,
          })),
          { to: `/rewards?state=all${ofPerson}`, label: t(words.all), current: filter.state === 'all' },
        ]}
      />
      {filter.person ? (
        <p className="flex flex-wrap items-center gap-2">
          <span>
            {t(words.person)}: <strong className="font-semibold">{rewards[0]?.person ?? '–'}</strong>
          </span>
          <LinkButton size="sm" to={`/rewards?state=${filter.state}`}>
            {t(words.showAll)}
          </LinkButton>
        </p>
      ) : null}
      {rewards.length === 0 ? (
        <Empty
          icon={Gift}
          title={t(words.empty)}
          action={
            <LinkButton to={filter.person ? `/rewards?state=${filter.state}` : '/rewards/rules'}>
              {t(filter.person ? words.showAll : words.toRules)}
            </LinkButton>
          }
        >
          {t(words.emptyText)}
        </Empty>
      ) : (
        <>
          <Listed rewards={rewards} form={ticks ? 'ticked' : null} />
          {ticks && filter.state === 'earned' ? (
            <Form id="ticked" method="post" action={here}>
              <Button name="verb" value="approve" variant="primary">
                {t(words.approveTicked)}
              </Button>
            </Form>
          ) : null}
          {ticks && filter.state === 'approved' ? (
            <ConfirmForm
              trigger={t(words.issueTicked)}
              triggerVariant="primary"
              title={t(words.issueTickedTitle)}
              body={t(words.issueText)}
              confirm={t(words.issue)}
              action={here}
              fields={{ verb: 'issue' }}
              formId="ticked"
            />
          ) : null}
          <Pager shown={rewards.length} next={next} />
        </>
      )}
    </Page>
  )
}

function Listed({ rewards, form }: { rewards: ListedReward[]; form: string | null }) {
  const t = useT()
  const what = useWhat()
  const ruleName = useRuleName()
  const columns: Column<ListedReward>[] = [
    {
      key: 'what',
      head: t(words.reward),
      main: true,
      cell: (row) => (
        <Link to={`/rewards/${row.id}`} className="inline-flex min-h-6 items-center font-medium hover:text-accent">
          {what(row)}
        </Link>
      ),
    },
    {
      key: 'person',
      head: t(words.person),
      cell: (row) => (
        <span className="flex flex-col">
          {row.contactId ? (
            <Link to={`/contacts/${row.contactId}`} className="inline-flex min-h-6 items-center hover:text-accent">
              {row.person}
            </Link>
          ) : (
            <span className="text-muted">{t(words.erased)}</span>
          )}
          <span className="text-xs text-muted">{row.account}</span>
        </span>
      ),
    },
    { key: 'act', head: t(words.act), cell: (row) => ruleName(row.rule) },
    { key: 'state', head: t(words.state), cell: (row) => <RewardStateBadge of={row.state} /> },
    {
      key: 'when',
      head: t(words.earnedAt),
      cell: (row) => <Time at={row.earnedAt} />,
    },
  ]
  return (
    <Table
      caption={t(words.rewards)}
      columns={columns}
      rows={rewards}
      rowKey={(row) => row.id}
      select={
        form === null
          ? undefined
          : { name: 'id', form, label: (row) => t(words.select, { name: row.person ?? t(words.erased) }) }
      }
    />
  )
}
