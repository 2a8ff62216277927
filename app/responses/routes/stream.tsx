import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MessageSquareQuote, Tags } from 'lucide-react'
import { findAccounts, findPeople } from '#app/accounts/find-customers.server.ts'
import { can } from '#app/audit/can.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { CustomersNamed } from '#app/responses/components/customers-named.tsx'
import { ResponseFilters } from '#app/responses/components/response-filters.tsx'
import { SearchNotes } from '#app/responses/components/search-notes.tsx'
import { Voice } from '#app/responses/components/voice.tsx'
import { listResponses, responseFilter } from '#app/responses/list-responses.server.ts'
import { searchState } from '#app/responses/index-progress.server.ts'
import { knownClasses } from '#app/responses/names.ts'
import { topicWords } from '#app/responses/topic-page-words.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { responseWords } from '#app/responses/words.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'

export const handle = { access: 'responses.read', title: responseWords.responses }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const filter = responseFilter.parse(query)
  const [list, programs, topics] = [await listResponses(ctx, query), await listPrograms(ctx), await listTopicNames(ctx)]
  const known = knownClasses(ctx.actor).length
  return {
    ...list,
    filter,
    search: filter.q ? await searchState(ctx) : null,
    filtered: Object.keys(query).some((name) => name !== 'after'),
    topics,
    mayCorrect: can(ctx.actor, 'topics.correct'),
    programs: programs.map(({ id, name }) => ({ id, name })),
    names: known === 3 ? ('all' as const) : known > 0 ? ('some' as const) : ('none' as const),
    called: filter.q && known > 0 && can(ctx.actor, 'accounts.read') ? await customersCalled(ctx, filter.q) : null,
  }
}

async function customersCalled(ctx: Ctx, q: string) {
  return { people: await findPeople(ctx, q, 3), accounts: await findAccounts(ctx, q, 3) }
}

export default function Stream() {
  const { responses, next, lookedTo, search, filter, filtered, programs, topics, mayCorrect, names, called } =
    useLoaderData<typeof loader>()
  const t = useT()
  const lead = { all: responseWords.lead, some: responseWords.leadSomeNames, none: responseWords.leadNoNames }[names]
  const first = responses[0]
  return (
    <Page
      title={t(responseWords.responses)}
      lead={t(lead)}
      actions={
        <>
          <LinkButton to="/responses/topics" icon={Tags}>
            {t(topicWords.talked)}
          </LinkButton>
          <ExportMenu to="/responses/export" reason={responses.length === 0 ? t(exportWords.nothingHere) : null} />
        </>
      }
    >
      <ResponseFilters
        filter={filter}
        programs={programs}
        topics={topics}
        account={first?.account ?? null}
        person={first?.person ?? null}
      />
      {called ? <CustomersNamed {...called} /> : null}
      <SearchNotes state={search} lookedTo={lookedTo} next={next} />
      {responses.length === 0 ? (
        <Empty
          icon={MessageSquareQuote}
          title={t(filtered ? responseWords.emptyFiltered : responseWords.empty)}
          action={
            <LinkButton to={filtered ? '/responses' : '/programs'}>
              {t(filtered ? responseWords.showAll : responseWords.toPrograms)}
            </LinkButton>
          }
        >
          {filtered ? null : t(responseWords.emptyText)}
        </Empty>
      ) : (
        <>
          <ol
            aria-label={t(responseWords.responses)}
            className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
          >
            {responses.map((one) => (
              <Voice key={one.id} of={one} mayCorrect={mayCorrect} />
            ))}
          </ol>
          <Pager shown={responses.length} next={next} />
        </>
      )}
    </Page>
  )
}
