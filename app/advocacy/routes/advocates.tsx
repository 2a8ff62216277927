import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Sparkles } from 'lucide-react'
import { changeInput } from '#app/advocacy/advocate-form.ts'
import { changeAdvocate } from '#app/advocacy/change-advocate.server.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { AdvocateCard } from '#app/advocacy/components/advocate-card.tsx'
import { advocateFilter, listAdvocates } from '#app/advocacy/list-advocates.server.ts'
import { askingWords } from '#app/advocacy/asking/words.ts'
import { advocacyWords, saidWords, stateWords } from '#app/advocacy/words.ts'
import { can } from '#app/audit/can.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { advocateStates } from '#db/enums/advocacy.ts'

export const handle = { access: 'advocates.read', title: advocacyWords.advocates }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const filter = advocateFilter.parse(query)
  return { ...(await listAdvocates(ctx, filter)), filter, editable: can(ctx.actor, 'advocates.edit') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, changeInput, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { verb } = form.value
  const { name } = await changeAdvocate(context.ctx, form.value)
  const text = translate(context.locale, saidWords[verb], { name })
  return saidRedirect(`/advocates${new URL(request.url).search}`, { text }, context)
}

export default function Advocates() {
  const { advocates, next, filter, editable } = useLoaderData<typeof loader>()
  const t = useT()
  const chips: Chip[] = [
    ...(filter.q ? [{ name: 'q', label: `“${filter.q}”` }] : []),
    ...(filter.score === undefined ? [] : [{ name: 'score', label: `${t(advocacyWords.score)} ${filter.score}` }]),
    ...(filter.account ? [{ name: 'account', label: advocates[0]?.account ?? t(advocacyWords.oneAccount) }] : []),
  ]
  const filtered = chips.length > 0 || filter.after !== undefined
  return (
    <Page
      title={t(advocacyWords.advocates)}
      lead={t(advocacyWords.lead)}
      actions={
        <ExportMenu to="/advocates/export" reason={advocates.length === 0 ? t(exportWords.nothingHere) : null} />
      }
    >
      <AdvocacyTabs current="advocates" />
      <Tabs
        label={t(askingWords.state)}
        tabs={advocateStates.map((state) => ({
          to: `/advocates?state=${state}`,
          label: t(stateWords[state]),
          current: filter.state === state,
        }))}
      />
      <FilterBar chips={chips} keep={{ state: filter.state, account: filter.account }}>
        <Input label={t(advocacyWords.search)} name="q" type="search" maxLength={100} defaultValue={filter.q} />
        <Input label={t(advocacyWords.score)} name="score" type="number" min={0} max={10} defaultValue={filter.score} />
      </FilterBar>
      {advocates.length === 0 ? (
        <Empty
          icon={Sparkles}
          title={t(filtered ? advocacyWords.emptyFiltered : advocacyWords.empty)}
          action={
            <LinkButton to={filtered ? `/advocates?state=${filter.state}` : '/responses?class=high'}>
              {t(filtered ? advocacyWords.showAll : advocacyWords.seeResponses)}
            </LinkButton>
          }
        >
          {filtered ? null : t(advocacyWords.emptyText)}
        </Empty>
      ) : (
        <>
          <ol
            aria-label={t(advocacyWords.advocates)}
            className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
          >
            {advocates.map((one) => (
              <AdvocateCard key={one.contactId} of={one} editable={editable} />
            ))}
          </ol>
          <Pager shown={advocates.length} next={next} />
        </>
      )}
    </Page>
  )
}
