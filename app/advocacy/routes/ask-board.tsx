import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useFetcher, useFetchers, useLoaderData, useLocation } from '@remix-run/react'
import { z } from 'zod'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { AskCard } from '#app/advocacy/components/ask-card.tsx'
import { AsksViews } from '#app/advocacy/components/asks-views.tsx'
import type { ColumnKey } from '#app/advocacy/asking/board.ts'
import { boardColumns, mostOnColumn } from '#app/advocacy/asking/board.ts'
import { boardWords as words } from '#app/advocacy/asking/board-words.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { getBoard, type BoardCard } from '#app/advocacy/asking/get-board.server.ts'
import { asksFilter } from '#app/advocacy/asking/list-asks.server.ts'
import { stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { askingErrors, askingWords, askStateWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import { Conflict, Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Notice } from '#app/ui/card.tsx'
import { Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { join } from '#app/ui/join.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { uiWords } from '#app/ui/words.ts'
import { askKinds } from '#db/enums/advocacy.ts'

export const handle = { access: 'advocates.read', title: askingWords.asks }

const input = z.object({ intent: z.enum(['stop', 'finish']), askId: z.string().max(60) })

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const { kind, mine } = asksFilter.parse(query)
  const column = boardColumns.find(({ key }) => key === query.column)?.key ?? 'sent'
  return { columns: await getBoard(ctx, { kind, mine }), filter: { kind, mine }, column }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, input, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { intent, askId } = form.value
  try {
    if (intent === 'stop') await stopAsk(context.ctx, { askId })
    else await finishAsk(context.ctx, askId)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return json({ problem: translate(context.locale, askingErrors.ask_state) }, 409)
  }
  const text = translate(context.locale, intent === 'stop' ? askingWords.stopped : askingWords.finished)
  return saidRedirect(`/asks/board${new URL(request.url).search}`, { text }, context)
}

type Problem = { problem?: string } | undefined

/** The asks in the columns of their pipeline. What is on its way to another column stands there already. */
export default function AskBoard() {
  const { columns, filter, column } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() as Problem
  const drop = useFetcher<Problem>()
  const { search } = useLocation()
  const t = useT()
  const moving = new Set(
    useFetchers().flatMap(({ formData }) =>
      formData?.get('intent') === 'finish' ? [String(formData.get('askId'))] : [],
    ),
  )
  const chips: Chip[] = [
    ...(filter.kind ? [{ name: 'kind', label: t(askKindNames[filter.kind]) }] : []),
    ...(filter.mine ? [{ name: 'mine', label: t(words.mine) }] : []),
  ]
  const problem = sent?.problem ?? drop.data?.problem
  const finish = (askId: string) =>
    drop.submit({ intent: 'finish', askId }, { method: 'post', action: `/asks/board${search}` })
  const all = columns.flatMap(({ cards }) => cards)
  const cardsIn = (key: ColumnKey, cards: BoardCard[]) => [
    ...(key === 'done' ? all.filter(({ id, state }) => moving.has(id) && state !== 'done') : []),
    ...cards.filter(({ id }) => key === 'done' || !moving.has(id)),
  ]
  return (
    <Page title={t(askingWords.asks)} lead={t(words.lead)}>
      <AdvocacyTabs current="asks" />
      <AsksViews current="board" keep={filter} />
      <FilterBar chips={chips} keep={{ column }}>
        <Select
          label={t(askingWords.kind)}
          name="kind"
          defaultValue={filter.kind ?? ''}
          empty={t(uiWords.any)}
          options={askKinds.map((value) => ({ value, label: t(askKindNames[value]) }))}
        />
        <Select
          label={t(words.whose)}
          name="mine"
          defaultValue={filter.mine ?? ''}
          empty={t(words.everybody)}
          options={[{ value: '1', label: t(words.mine) }]}
        />
      </FilterBar>
      {problem ? <Notice tone="warning" title={problem} /> : null}
      <ColumnTabs columns={columns} current={column} keep={filter} />
      <div className="grid gap-3 md:grid-cols-3 xl:grid-cols-6">
        {columns.map(({ key, n, cards }) => (
          <Column
            key={key}
            of={key}
            n={n}
            cards={cardsIn(key, cards)}
            shown={key === column}
            filter={filter}
            moving={moving}
            drop={key === 'done' ? finish : null}
          />
        ))}
      </div>
    </Page>
  )
}

/** On a phone one column at a time. */
function ColumnTabs({
  columns,
  current,
  keep,
}: {
  columns: { key: ColumnKey; n: number }[]
  current: ColumnKey
  keep: { kind?: string; mine?: string }
}) {
  const t = useT()
  const format = useFormat()
  const to = (column: string) => {
    const query = new URLSearchParams({ ...(keep.kind && { kind: keep.kind }), ...(keep.mine && { mine: keep.mine }), column }) // prettier-ignore
    return `/asks/board?${query.toString()}`
  }
  return (
    <div className="md:hidden">
      <Tabs
        label={t(askingWords.state)}
        tabs={columns.map(({ key, n }) => ({
          to: to(key),
          label: t(nameOf(key)),
          count: format.upTo(n, mostOnTab),
          current: key === current,
        }))}
      />
    </div>
  )
}

const nameOf = (key: ColumnKey) => (key === 'ended' ? words.ended : askStateWords[key])

interface ColumnProps {
  of: ColumnKey
  n: number
  cards: BoardCard[]
  shown: boolean
  filter: { kind?: string; mine?: string }
  moving: Set<string>
  /** What happens with a card that is dropped here; null: nothing is. */
  drop: ((askId: string) => void) | null
}

function Column({ of, n, cards, shown, filter, moving, drop }: ColumnProps) {
  const t = useT()
  const format = useFormat()
  const name = t(nameOf(of))
  const list = new URLSearchParams(of === 'ended' ? { group: 'ended' } : { state: of })
  for (const [key, value] of Object.entries(filter)) if (value) list.set(key, value)
  return (
    <section
      aria-label={t(words.column, { name, n: format.upTo(n, mostOnTab) ?? '0' })}
      className={join('min-w-0 flex-col gap-2 rounded-lg bg-sunken p-2 md:flex', shown ? 'flex' : 'hidden')}
      onDragOver={drop ? (event) => event.preventDefault() : undefined}
      onDrop={
        drop
          ? (event) => {
              event.preventDefault()
              const id = event.dataTransfer.getData('text/x-koe-ask')
              if (id) drop(id)
            }
          : undefined
      }
    >
      <h2 className="flex items-baseline justify-between px-1 text-sm font-semibold">
        {name} <span className="text-xs font-normal text-muted tabular-nums">{format.upTo(n, mostOnTab)}</span>
      </h2>
      {cards.length ? (
        <ul className="flex flex-col gap-2">
          {cards.map((card) => (
            <AskCard key={card.id} of={card} moving={moving.has(card.id)} />
          ))}
        </ul>
      ) : (
        <p className="px-1 py-2 text-xs text-muted">{t(words.empty)}</p>
      )}
      {n > mostOnColumn ? (
        <Link to={`/asks?${list.toString()}`} className="px-1 py-1 text-xs text-accent hover:underline">
          {t(words.more)}
        </Link>
      ) : null}
    </section>
  )
}
