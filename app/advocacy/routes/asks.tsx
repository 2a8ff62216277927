import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData, useLocation } from '@remix-run/react'
import { Send } from 'lucide-react'
import { z } from 'zod'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { AsksViews } from '#app/advocacy/components/asks-views.tsx'
import { mayStep } from '#app/advocacy/asking/may-step.ts'
import { boardWords } from '#app/advocacy/asking/board-words.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { asksFilter, listAsks, type ListedAsk } from '#app/advocacy/asking/list-asks.server.ts'
import { stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { askingWords as words, askStateWords, blockWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { can } from '#app/audit/can.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { uiWords } from '#app/ui/words.ts'
import { askKinds, type AskBlock, type AskState } from '#db/enums/advocacy.ts'

export const handle = { access: 'advocates.read', title: words.asks }

const input = z.object({ intent: z.enum(['stop', 'finish']), askId: z.string().max(60) })

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const filter = asksFilter.parse(query)
  const { asks, next } = await listAsks(ctx, filter)
  return {
    asks: asks.map((ask) => ({ ...ask, ...mayStep(ctx.actor, ask) })),
    next,
    filter,
    editable: can(ctx.actor, 'asks.make'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, input, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { intent, askId } = form.value
  if (intent === 'stop') await stopAsk(context.ctx, { askId })
  else await finishAsk(context.ctx, askId)
  const text = translate(context.locale, intent === 'stop' ? words.stopped : words.finished)
  return saidRedirect(`/asks${new URL(request.url).search}`, { text }, context)
}

type Row = ListedAsk & { mayStop: boolean; mayFinish: boolean }

const tones: Record<AskState, Tone> = {
  reserved: 'neutral',
  queued: 'accent',
  sent: 'info',
  accepted: 'success',
  declined: 'neutral',
  later: 'neutral',
  expired: 'neutral',
  done: 'success',
  cancelled: 'warning',
  lapsed: 'neutral',
}

/** What customers were asked for: under way, agreed, ended. */
export default function Asks() {
  const { asks, next, filter, editable } = useLoaderData<typeof loader>()
  const t = useT()
  const chips: Chip[] = [
    ...(filter.state ? [{ name: 'state', label: t(askStateWords[filter.state]) }] : []),
    ...(filter.kind ? [{ name: 'kind', label: t(askKindNames[filter.kind]) }] : []),
    ...(filter.mine ? [{ name: 'mine', label: t(boardWords.mine) }] : []),
  ]
  return (
    <Page
      title={t(words.asks)}
      lead={t(words.asksLead)}
      actions={
        <>
          <ExportMenu to="/asks/export" reason={asks.length === 0 ? t(exportWords.nothingHere) : null} />
          {editable ? <LinkButton to="/asks/who">{t(words.choosePeople)}</LinkButton> : null}
        </>
      }
    >
      <AdvocacyTabs current="asks" />
      <AsksViews current="list" keep={{ kind: filter.kind, mine: filter.mine }} />
      <Tabs
        label={t(words.asks)}
        tabs={(['pending', 'yes', 'ended'] as const).map((group) => ({
          to: `/asks?group=${group}`,
          label: t(words[group]),
          current: filter.group === group && !filter.state,
        }))}
      />
      <FilterBar chips={chips} keep={{ group: filter.group, ...(filter.state && { state: filter.state }) }}>
        <Select
          label={t(words.kind)}
          name="kind"
          defaultValue={filter.kind ?? ''}
          empty={t(uiWords.any)}
          options={askKinds.map((value) => ({ value, label: t(askKindNames[value]) }))}
        />
        <Select
          label={t(boardWords.whose)}
          name="mine"
          defaultValue={filter.mine ?? ''}
          empty={t(boardWords.everybody)}
          options={[{ value: '1', label: t(boardWords.mine) }]}
        />
      </FilterBar>
      {asks.length === 0 ? (
        <Empty icon={Send} title={t(words.noAsks)} />
      ) : (
        <>
          <List rows={asks} />
          <Pager shown={asks.length} next={next} />
        </>
      )}
    </Page>
  )
}

function List({ rows }: { rows: Row[] }) {
  const t = useT()
  const columns: Column<Row>[] = [
    {
      key: 'person',
      head: t(words.person),
      main: true,
      cell: (row) => (
        <Link to={`/contacts/${row.contactId}`} className="font-medium text-accent hover:underline">
          {row.person}
        </Link>
      ),
    },
    { key: 'account', head: t(words.account), cell: (row) => row.account ?? '–' },
    {
      key: 'kind',
      head: t(words.kind),
      cell: (row) => (
        <Link to={`/asks/${row.id}`} className="text-accent hover:underline">
          {t(askKindNames[row.kind])}
        </Link>
      ),
    },
    { key: 'state', head: t(words.state), cell: (row) => <Standing of={row} /> },
    { key: 'holder', head: t(words.holder), cell: (row) => row.holder ?? '–' },
    { key: 'when', head: t(words.when), cell: (row) => <Time at={newest(row)} /> },
    { key: 'verbs', head: '', cell: (row) => <Verbs of={row} /> },
  ]
  return <Table caption={t(words.asks)} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

const newest = (of: Row) => of.doneAt ?? of.endedAt ?? of.answeredAt ?? of.sentAt ?? of.reservedAt

function Standing({ of }: { of: Row }) {
  const t = useT()
  const format = useFormat()
  const { cancelReason: reason } = of
  const why = reason === null ? null : reason in blockWords ? blockWords[reason as AskBlock] : reason === 'stopped' ? words.reasonStopped : words.reasonBounced // prettier-ignore
  const note =
    of.state === 'queued' && of.dueAt !== null
      ? t(words.leaves, { date: format.dateTime(of.dueAt) })
      : of.state === 'later' && of.laterAt !== null
        ? t(words.until, { date: format.date(of.laterAt) })
        : of.state === 'cancelled' && why
          ? t(words.because, { why: t(why) })
          : null
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={tones[of.state]}>{t(askStateWords[of.state])}</Badge>
      {note ? <span className="text-xs text-muted">{note}</span> : null}
    </span>
  )
}

function Verbs({ of }: { of: Row }) {
  const t = useT()
  const { search } = useLocation()
  const here = `/asks${search}`
  if (!of.mayStop && !of.mayFinish) return null
  return (
    <div className="flex flex-wrap justify-end gap-1">
      {of.mayFinish ? (
        <Form method="post" action={here}>
          <input type="hidden" name="askId" value={of.id} />
          <Button size="sm" name="intent" value="finish" aria-label={`${t(words.finish)}: ${of.person}`}>
            {t(words.finish)}
          </Button>
        </Form>
      ) : null}
      {of.mayStop ? (
        <ConfirmForm
          trigger={t(words.stop)}
          triggerVariant="quiet"
          triggerSize="sm"
          title={t(words.stopTitle, { name: of.person })}
          body={t(of.state === 'queued' || of.state === 'reserved' ? words.stopSure : words.stopSent)}
          confirm={t(words.stop)}
          danger
          action={here}
          fields={{ intent: 'stop', askId: of.id }}
        />
      ) : null}
    </div>
  )
}
