import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { RewardTabs } from '#app/advocacy/rewards/components/reward-tabs.tsx'
import { useRuleName, useWhat, whatOf } from '#app/advocacy/rewards/components/reward-what.tsx'
import { listGiftLists } from '#app/advocacy/rewards/gift-lists.server.ts'
import { listRules, type RuleNow } from '#app/advocacy/rewards/rules.server.ts'
import { rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

export const handle = { access: 'advocates.read', title: words.rules }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const lists = await listGiftLists(ctx)
  return { rules: await listRules(ctx), lists: Object.fromEntries(lists.map(({ id, name }) => [id, name])) }
}

/** What each act earns. */
export default function RewardRules() {
  const t = useT()
  const { rules, lists } = useLoaderData<typeof loader>()
  const ruleName = useRuleName()
  const what = useWhat()
  const columns: Column<RuleNow>[] = [
    {
      key: 'rule',
      head: t(words.rule),
      main: true,
      cell: ({ rule }) => (
        <Link
          to={`/rewards/rules/${rule.replace(':', '-')}`}
          className="inline-flex min-h-6 items-center font-medium text-accent hover:underline"
        >
          {ruleName(rule)}
        </Link>
      ),
    },
    {
      key: 'on',
      head: t(words.state),
      cell: ({ terms }) => (
        <Badge tone={terms.on ? 'success' : 'neutral'}>{t(terms.on ? words.isOn : words.isOff)}</Badge>
      ),
    },
    {
      key: 'earns',
      head: t(words.earns),
      cell: ({ terms }) => (terms.on ? what(whatOf(terms.points, terms.gift, lists)) : t(words.nothing)),
    },
  ]
  return (
    <Page title={t(words.rules)} lead={t(words.rulesLead)} crumbs={[{ label: t(words.rewards), to: '/rewards' }]}>
      <RewardTabs current="rules" />
      <Table caption={t(words.rules)} columns={columns} rows={rules} rowKey={({ rule }) => rule} />
    </Page>
  )
}
