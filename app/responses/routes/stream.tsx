import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Ear, MessageSquareQuote, Rows3, Table2, Tags } from 'lucide-react'
import { SavedViews } from '#app/access/components/saved-views.tsx'
import { listViews } from '#app/access/list-views.server.ts'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { findAccounts, findPeople } from '#app/accounts/find-customers.server.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { can } from '#app/audit/can.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { StateBadge } from '#app/cases/components/case-badges.tsx'
import { browseResponses } from '#app/insights/browse-responses.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { CustomersNamed } from '#app/responses/components/customers-named.tsx'
import { KeptQuery } from '#app/responses/components/period-facet.tsx'
import type { ReadingData } from '#app/responses/components/reading.ts'
import { ResponseChips } from '#app/responses/components/response-chips.tsx'
import { ResponseFacets } from '#app/responses/components/response-facets.tsx'
import { ResponseTable } from '#app/responses/components/response-table.tsx'
import { SearchNotes } from '#app/responses/components/search-notes.tsx'
import { Voice } from '#app/responses/components/voice.tsx'
import { searchState } from '#app/responses/index-progress.server.ts'
import { knownClasses } from '#app/responses/names.ts'
import { responseFilter } from '#app/responses/response-filter.ts'
import { topicWords } from '#app/responses/topic-page-words.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { responseWords as words } from '#app/responses/words.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { useListKeys } from '#app/ui/list-keys.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { useHref } from '#app/ui/search.ts'
import { uiWords } from '#app/ui/words.ts'
import { amongAnswers } from '#app/voices/among.ts'
import { HeardList } from '#app/voices/components/heard-list.tsx'
import { HeardVoice } from '#app/voices/components/heard-voice.tsx'
import { listHeardAmong } from '#app/voices/list-heard-among.server.ts'
import { voiceWords } from '#app/voices/words.ts'

export const handle = { access: 'responses.read', title: words.responses }

/** Quotes are read, rows are looked over. */
const perPage = { stream: 25, table: 40 }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const filter = responseFilter.parse(query)
  const view = query.view === 'table' ? ('table' as const) : ('stream' as const)
  const { periods, today, ...list } = await browseResponses(ctx, { limit: perPage[view], ...query })
  const known = knownClasses(ctx.actor).length
  const knowsPeople = can(ctx.actor, 'accounts.read')
  const programs = await listPrograms(ctx, {})
  const first = list.responses[0]
  return {
    ...list,
    among: await listHeardAmong(ctx, query, list.next),
    filter,
    view,
    periods: periods.map((one) => ({ ...one, from: isoOfDay(today - one.days + 1) })),
    search: filter.q ? await searchState(ctx) : null,
    filtered: Object.keys(query).some((name) => !['after', 'view', 'heard'].includes(name)),
    topics: await listTopicNames(ctx),
    views: await listViews(ctx, 'responses'),
    mayCorrect: can(ctx.actor, 'topics.correct'),
    readsCases: can(ctx.actor, 'cases.read'),
    programs: programs.map(({ id, name }) => ({ id, name })),
    owners: knowsPeople ? (await listColleagues(ctx)).map(({ id, name }) => ({ id, name })) : [],
    account: filter.account ? (first?.account ?? null) : null,
    person: filter.contact ? (first?.person ?? null) : null,
    names: known === 3 ? ('all' as const) : known > 0 ? ('some' as const) : ('none' as const),
    called: filter.q && known > 0 && knowsPeople ? await customersCalled(ctx, filter.q) : null,
  }
}

async function customersCalled(ctx: Ctx, q: string) {
  return { people: await findPeople(ctx, q, 3), accounts: await findAccounts(ctx, q, 3) }
}

export default function Stream() {
  const data = useLoaderData<typeof loader>() as unknown as Awaited<ReturnType<typeof loader>> & ReadingData
  const { responses, next, lookedTo, search, filter, filtered, total, names, called } = data
  const t = useT()
  const lead = { all: words.lead, some: words.leadSomeNames, none: words.leadNoNames }[names]
  return (
    <Page
      title={t(words.responses)}
      lead={t(lead)}
      actions={
        <>
          <LinkButton to="/voices" icon={Ear}>
            {t(voiceWords.title)}
          </LinkButton>
          <LinkButton to="/responses/topics" icon={Tags}>
            {t(topicWords.talked)}
          </LinkButton>
          <ExportMenu to="/responses/export" reason={responses.length === 0 ? t(exportWords.nothingHere) : null} />
        </>
      }
    >
      <SavedViews of={data.views} />
      <div className="grid items-start gap-x-6 gap-y-3 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <ResponseFacets data={data} />
        <div className="flex min-w-0 flex-col gap-3">
          <div className="flex flex-wrap items-end justify-between gap-2">
            <Form method="get" role="search" className="flex min-w-0 items-end gap-2" key={filter.q}>
              <KeptQuery without={['q', 'after']} />
              <Input label={t(words.search)} name="q" type="search" maxLength={100} defaultValue={filter.q} />
              <Button>{t(uiWords.search)}</Button>
            </Form>
            <Views view={data.view} />
          </div>
          <ResponseChips data={data} />
          {total && (filtered || responses.length > 0) ? (
            <p role="status" className="font-semibold tabular-nums">
              {t(total.more ? words.foundMore : words.found, { n: total.n })}
            </p>
          ) : null}
          {called ? <CustomersNamed {...called} /> : null}
          <SearchNotes state={search} lookedTo={lookedTo} next={next} />
          {responses.length === 0 && data.among.heard.length === 0 ? (
            <Nothing filtered={filtered} />
          ) : (
            <>
              <List data={data} />
              {data.among.more ? (
                <Link to={data.among.all} className="text-xs text-accent underline">
                  {t(voiceWords.all)}
                </Link>
              ) : null}
              {responses.length || next ? (
                <Pager shown={responses.length} total={total?.n} more={total?.more} next={next} />
              ) : null}
              <p className="text-xs text-muted max-sm:hidden">{t(words.keys)}</p>
            </>
          )}
        </div>
      </div>
    </Page>
  )
}

function Views({ view }: { view: 'stream' | 'table' }) {
  const t = useT()
  const href = useHref()
  const all = [
    { key: 'stream', to: href({ view: null }), word: words.stream, icon: Rows3 },
    { key: 'table', to: href({ view: 'table' }), word: words.asTable, icon: Table2 },
  ] as const
  return (
    <nav aria-label={t(words.view)} className="flex rounded border border-control">
      {all.map(({ key, to, word, icon: Icon }) => (
        <Link
          key={key}
          to={to}
          aria-current={view === key ? 'true' : undefined}
          className={join(
            'inline-flex min-h-9 items-center gap-1.5 px-3 first:rounded-l last:rounded-r',
            view === key ? 'bg-accent-tint font-semibold text-accent' : 'bg-surface hover:bg-sunken',
          )}
        >
          <Icon aria-hidden size={16} />
          {t(word)}
        </Link>
      ))}
    </nav>
  )
}

function List({ data }: { data: Awaited<ReturnType<typeof loader>> }) {
  const { responses, mayCorrect, view, cases, readsCases, among } = data
  const t = useT()
  const list = useListKeys<HTMLDivElement>()
  const caseOf = (id: string) => {
    const found = cases[id]
    return found ? (
      <Link to={`/cases/${found.id}`} className="relative z-10 hover:underline">
        <span className="sr-only">{t(words.case)}: </span>
        <StateBadge state={found.state} />
      </Link>
    ) : null
  }
  return (
    <div ref={list}>
      {view === 'table' ? (
        <>
          <ResponseTable responses={responses} caseOf={readsCases ? caseOf : null} />
          {among.heard.length ? <HeardList voices={among.heard.slice(0, 3)} all={among.all} write={null} /> : null}
        </>
      ) : (
        <ol
          aria-label={t(words.responses)}
          className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
        >
          {amongAnswers(responses, among.heard).map(({ answer, voice }) =>
            answer ? (
              <Voice key={answer.id} of={answer} mayCorrect={mayCorrect} mark={caseOf(answer.id)} />
            ) : (
              <HeardVoice key={voice.id} of={voice} />
            ),
          )}
        </ol>
      )}
    </div>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useT()
  return (
    <Empty
      icon={MessageSquareQuote}
      title={t(filtered ? words.emptyFiltered : words.empty)}
      action={
        <LinkButton to={filtered ? '/responses' : '/programs'}>
          {t(filtered ? words.showAll : words.toPrograms)}
        </LinkButton>
      }
    >
      {filtered ? null : t(words.emptyText)}
    </Empty>
  )
}
