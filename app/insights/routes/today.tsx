import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileText, MessageSquareQuote } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { countOpenCases } from '#app/cases/list-cases.server.ts'
import { DemoNote } from '#app/demo/components/demo-note.tsx'
import { getDemo } from '#app/demo/demo-state.server.ts'
import { answersBehind, isoWindow } from '#app/insights/answers-behind.ts'
import { Choice } from '#app/insights/components/choice.tsx'
import { Headline } from '#app/insights/components/headline.tsx'
import { QueueCounts } from '#app/insights/components/queue-counts.tsx'
import { Trend } from '#app/insights/components/trend.tsx'
import { Voices } from '#app/insights/components/voices.tsx'
import { SetUpList } from '#app/insights/components/set-up-list.tsx'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { getSetUp } from '#app/insights/get-set-up.server.ts'
import { setUpWords } from '#app/insights/set-up-words.ts'
import { monthlyWords } from '#app/insights/monthly/monthly-words.ts'
import { todayWords as words } from '#app/insights/words.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ClassBars } from '#app/ui/chart-bars.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'today.read', title: words.title }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ctx } = context
  const query = new URL(request.url).searchParams
  const overview = await getOverview(ctx, {
    metric: query.get('metric') || undefined,
    programId: query.get('program') || undefined,
  })
  const works = can(ctx.actor, 'cases.read')
  const praises = !works && can(ctx.actor, 'advocates.read')
  const voices = await listResponses(ctx, { class: praises ? 'high' : 'low', comment: '1', state: 'counted', limit: 3 })
  const demo = (await getDemo(ctx)).state === 'loaded'
  return {
    overview,
    name: context.user?.name ?? '',
    // The demo's company has nothing left to set up; whoever comes after it has.
    setUp: demo ? null : await getSetUp(ctx),
    maySetUp: can(ctx.actor, 'settings.edit'),
    demo: demo && { mayRemove: can(ctx.actor, 'settings.edit') },
    cases: works ? await countOpenCases(ctx) : null,
    voices: voices.responses,
    praises,
  }
}

export default function Today() {
  const t = useT()
  const { overview, name, setUp, maySetUp, demo, cases, voices, praises } = useLoaderData<typeof loader>()
  const days = overview.window.to - overview.window.from + 1
  const distribution = t(words.distribution, { days })
  return (
    <Page
      title={t(words.title)}
      lead={name ? t(words.greeting, { name }) : undefined}
      actions={
        <LinkButton to="/monthly" icon={FileText} variant="quiet">
          {t(monthlyWords.title)}
        </LinkButton>
      }
    >
      {demo ? <DemoNote may={demo.mayRemove} /> : null}
      <Choice overview={overview} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          {setUp ? <SetUpList setUp={setUp} mayHide={maySetUp} /> : null}
          {overview.answered ? (
            <>
              <Headline overview={overview} />
              <Trend overview={overview} />
            </>
          ) : (
            <Empty icon={MessageSquareQuote} title={t(setUpWords.emptyTitle)}>
              {t(setUpWords.emptyBody)}
            </Empty>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {cases ? <QueueCounts counts={cases} /> : null}
          {overview.answered ? (
            <Card title={distribution}>
              <ClassBars
                title={distribution}
                metric={overview.metric}
                counts={overview.headline.counts}
                heads={[t(words.className), t(words.classShare), t(words.answers)]}
                to={(one) => answersBehind({ ...overview, ...isoWindow(overview.window), class: one, latest: true })}
              />
            </Card>
          ) : null}
          <Voices
            title={t(praises ? words.happy : words.unhappy)}
            voices={voices}
            all={praises ? '/responses?class=high' : '/responses?class=low'}
          />
        </div>
      </div>
    </Page>
  )
}
