import type { SubmissionResult } from '@conform-to/react'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Award } from 'lucide-react'
import { orRefused } from '#app/access/refused-form.server.ts'
import { RewardTabs } from '#app/advocacy/rewards/components/reward-tabs.tsx'
import { ThanksForm, TiersForm, TiersReading } from '#app/advocacy/rewards/components/tier-forms.tsx'
import { listPeople } from '#app/advocacy/rewards/list-people.server.ts'
import { editThanks, editTiers, getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import { thanksForm, tiersForm } from '#app/advocacy/rewards/tiers.ts'
import { rewardErrors, rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

export const handle = { access: 'advocates.read', title: words.people }

const here = '/rewards/tiers'

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after')
  return {
    ...(await listPeople(ctx, { after })),
    settings: await getRewardSettings(ctx),
    editable: can(ctx.actor, 'rewards.approve'),
  }
}

/** Saves the tiers, or one of the mails. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'rewards.approve')
  const data = await formOf(request)
  const said = (changed: boolean) =>
    saidRedirect(here, { text: translate(locale, changed ? words.saved : words.unchanged) }, context)
  if (data.has('which')) {
    const which = String(data.get('which'))
    const form = parseForm(data, thanksForm, locale)
    if (form.status !== 'success') return json({ result: form.reply(), which }, 400)
    const { on, ...typed } = form.value
    return said(await editThanks(ctx, { ...typed, ...(on && { on: 'on' }) }))
  }
  const form = parseForm(data, tiersForm, locale)
  if (form.status !== 'success') return json({ result: form.reply(), which: 'tiers' }, 400)
  return orRefused(form, context, async () => said(await editTiers(ctx, form.value)), { which: 'tiers' }, rewardErrors)
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['people'][number]

export default function RewardTiers() {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const { people, next, settings, editable } = useLoaderData<typeof loader>()
  const sent = useActionData() as { result?: SubmissionResult; which?: string } | undefined
  const of = (which: string) => (sent?.which === which ? sent.result : undefined)
  const columns: Column<Row>[] = [
    {
      key: 'person',
      head: t(words.person),
      main: true,
      cell: (row) => (
        <span className="flex flex-col">
          <Link to={`/contacts/${row.id}`} className="inline-flex min-h-6 items-center hover:text-accent">
            {row.name}
          </Link>
          <span className="text-xs font-normal text-muted">{row.account}</span>
        </span>
      ),
    },
    {
      key: 'tier',
      head: t(words.tier),
      cell: ({ tier }) => (tier ? <Badge tone="accent">{tier.name[locale]}</Badge> : t(words.noTier)),
    },
    { key: 'points', head: t(words.points), align: 'right', cell: (row) => format.number(row.points) },
  ]
  return (
    <Page title={t(words.people)} lead={t(words.peopleLead)} crumbs={[{ label: t(words.rewards), to: '/rewards' }]}>
      <RewardTabs current="people" />
      {people.length === 0 ? (
        <Empty icon={Award} title={t(words.noPeople)}>
          {t(words.emptyText)}
        </Empty>
      ) : (
        <>
          <Table caption={t(words.people)} columns={columns} rows={people} rowKey={(row) => row.id} />
          <Pager shown={people.length} next={next} />
        </>
      )}
      <Section title={t(words.editTiers)}>
        {editable ? (
          <>
            <TiersForm tiers={settings.tiers} result={of('tiers')} />
            <ThanksForm which="reached" mail={settings.reached} result={of('reached')} />
            <ThanksForm which="anniversary" mail={settings.anniversary} result={of('anniversary')} />
          </>
        ) : (
          <TiersReading tiers={settings.tiers} />
        )}
      </Section>
    </Page>
  )
}
