import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useParams } from '@remix-run/react'
import { listCaseWorkers } from '#app/access/list-case-workers.server.ts'
import { listViews } from '#app/access/list-views.server.ts'
import { can } from '#app/audit/can.ts'
import { nameOf, type QueueAround } from '#app/cases/components/queue-list.tsx'
import { QueuePane } from '#app/cases/components/queue-pane.tsx'
import { countTabs } from '#app/cases/count-cases.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { queueFilter } from '#app/cases/queue-filter.server.ts'
import { withPercents } from '#app/cases/sla/with-percents.server.ts'
import { listTags } from '#app/cases/tags/list-tags.server.ts'
import { caseWords } from '#app/cases/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { join } from '#app/ui/join.ts'

export const handle = { access: 'cases.read', title: caseWords.queue }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const filter = queueFilter(ctx, request.url)
  const [list, counts] = [await listCases(ctx, filter), await countTabs(ctx)]
  const claimable = can(ctx.actor, 'cases.work')
  return {
    ...list,
    cases: await withPercents(ctx, list.cases),
    counts,
    views: await listViews(ctx, 'cases'),
    filter,
    claimable,
    owners: claimable ? (await listCaseWorkers(ctx)).map(({ id, name }) => ({ value: id, label: name })) : [],
    tags: await listTags(ctx),
    hasTeam: ctx.actor.kind === 'user' && ctx.actor.teamId !== null,
  }
}

/** The list, and beside it the case of the address. On a narrow screen it is one or the other. */
export default function Queue() {
  const shown = useLoaderData<typeof loader>()
  const openId = useParams().id ?? null
  const { search } = useLocation()
  const t = useT()
  const around: QueueAround = {
    cases: shown.cases.map((row) => ({ id: row.id, name: nameOf(row, t(caseWords.unknownPerson)) })),
    search,
  }
  return (
    <div className="mx-auto grid w-full max-w-[96rem] items-start gap-6 xl:grid-cols-[23rem_minmax(0,1fr)]">
      <section
        aria-label={t(caseWords.queue)}
        className={join('min-w-0 xl:sticky xl:top-5', openId !== null && 'max-xl:hidden')}
      >
        <QueuePane shown={shown} openId={openId} />
      </section>
      <div className={join('@container min-w-0', openId === null && 'max-xl:hidden')}>
        <Outlet context={around} />
      </div>
    </div>
  )
}
