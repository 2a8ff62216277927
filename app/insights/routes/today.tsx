import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileText, MessageSquareQuote } from 'lucide-react'
import { countAdvocates, mostAdvocates } from '#app/advocacy/count-advocates.server.ts'
import { listAdvocates } from '#app/advocacy/list-advocates.server.ts'
import { listTasks } from '#app/advocacy/tasks/list-tasks.server.ts'
import { can } from '#app/audit/can.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { countLoop, loopDays } from '#app/cases/count-loop.server.ts'
import { countOpenCases } from '#app/cases/count-cases.server.ts'
import { Suggestions } from '#app/delivery/components/suggestions.tsx'
import { listSuggestions } from '#app/delivery/list-suggestions.server.ts'
import { DemoNote } from '#app/demo/components/demo-note.tsx'
import { getDemo } from '#app/demo/demo-state.server.ts'
import { answersBehind, isoWindow } from '#app/insights/answers-behind.ts'
import { Askable } from '#app/insights/components/askable.tsx'
import { Choice } from '#app/insights/components/choice.tsx'
import { DeliveryHealth, LoopFunnel } from '#app/insights/components/health-cards.tsx'
import { Headline } from '#app/insights/components/headline.tsx'
import { MyDay } from '#app/insights/components/my-day.tsx'
import { QueueCounts } from '#app/insights/components/queue-counts.tsx'
import { Trend } from '#app/insights/components/trend.tsx'
import { Voices } from '#app/insights/components/voices.tsx'
import { SetUpList } from '#app/insights/components/set-up-list.tsx'
import { getMyDay } from '#app/insights/get-my-day.server.ts'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { getSetUp } from '#app/insights/get-set-up.server.ts'
import type { Overview } from '#app/insights/overview.ts'
import { sayRecovery } from '#app/insights/say-recovery.server.ts'
import { setUpWords } from '#app/insights/set-up-words.ts'
import { readerOf } from '#app/insights/today.ts'
import { todayWords as words } from '#app/insights/words.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ClassBars } from '#app/ui/chart-bars.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Voice } from '#app/ui/voice.tsx'

export const handle = { access: 'today.read', title: words.title }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ctx } = context
  const query = new URL(request.url).searchParams
  const overview = await getOverview(ctx, {
    metric: query.get('metric') || undefined,
    programId: query.get('program') || undefined,
  })
  const reader = readerOf(ctx.actor.kind === 'user' ? ctx.actor.roles : [])
  const praises = reader === 'marketer'
  const voices = await listResponses(ctx, { class: praises ? 'high' : 'low', comment: '1', state: 'counted', limit: 3 })
  const demo = (await getDemo(ctx)).state === 'loaded'
  return {
    overview,
    reader,
    name: context.user?.name ?? '',
    // The demo's company has nothing left to set up; whoever comes after it has.
    setUp: demo ? null : await getSetUp(ctx),
    maySetUp: can(ctx.actor, 'settings.edit'),
    demo: demo && { mayRemove: can(ctx.actor, 'settings.edit') },
    cases: can(ctx.actor, 'cases.read') ? await countOpenCases(ctx) : null,
    day: reader === 'worker' ? await getMyDay(ctx) : null,
    suggestions: can(ctx.actor, 'accounts.read') ? await listSuggestions(ctx, { mine: true }) : [],
    ask: praises ? await askable(ctx) : null,
    loop:
      reader === 'leader'
        ? {
            counts: await countLoop(ctx),
            days: loopDays,
            notes: await sayRecovery(ctx, loopDays, context.locale),
          }
        : null,
    maySuppress: can(ctx.actor, 'suppressions.edit'),
    voices: voices.responses,
    praises,
  }
}

const askable = async (ctx: Ctx) => ({
  counts: await countAdvocates(ctx),
  most: mostAdvocates,
  people: (await listAdvocates(ctx, { state: 'candidate' })).advocates.slice(0, 4),
  editable: can(ctx.actor, 'advocates.edit'),
  tasks: (await listTasks(ctx, 'mine')).tasks.length,
})

/** The score of everybody's work, with its trend. */
function Score({ overview }: { overview: Overview }) {
  const t = useT()
  if (!overview.answered)
    return (
      <Empty icon={MessageSquareQuote} title={t(setUpWords.emptyTitle)}>
        {t(setUpWords.emptyBody)}
      </Empty>
    )
  return (
    <>
      <Headline overview={overview} />
      <Trend overview={overview} />
    </>
  )
}

/** Who works cases or asks begins with that; who leads begins with the score. */
export default function Today() {
  const t = useT()
  const {
    overview,
    reader,
    name,
    setUp,
    maySetUp,
    demo,
    cases,
    day,
    ask,
    loop,
    maySuppress,
    voices,
    praises,
    suggestions,
  } = useLoaderData<typeof loader>()
  const works = reader === 'worker' || reader === 'marketer'
  const choice = <Choice overview={overview} />
  return (
    <Page
      title={t(words.title)}
      lead={name ? t(words.greeting, { name }) : undefined}
      actions={
        <LinkButton to="/monthly" icon={FileText} variant="quiet">
          {t(words.monthly)}
        </LinkButton>
      }
    >
      {demo ? <DemoNote may={demo.mayRemove} /> : null}
      {works ? null : choice}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          {setUp ? <SetUpList setUp={setUp} mayHide={maySetUp} /> : null}
          {day && cases ? <MyDay of={day} open={cases.mine} fresh={cases.mineNew} /> : null}
          <Suggestions of={suggestions} from="today" />
          {ask ? <Askable {...ask} /> : null}
          {works ? choice : null}
          <Score overview={overview} />
          {loop ? (
            <div className="grid items-start gap-4 md:grid-cols-2">
              <LoopFunnel loop={loop.counts} days={loop.days} notes={loop.notes} />
              <DeliveryHealth overview={overview} maySuppress={maySuppress} />
            </div>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {cases && !day ? <QueueCounts counts={cases} /> : null}
          {works ? <TheVoices praises={praises} voices={voices} /> : null}
          <Distribution overview={overview} />
          {works ? null : <TheVoices praises={praises} voices={voices} />}
        </div>
      </div>
    </Page>
  )
}

function TheVoices({ praises, voices }: { praises: boolean; voices: Voice[] }) {
  const t = useT()
  return (
    <Voices
      title={t(praises ? words.happy : words.unhappy)}
      voices={voices}
      all={praises ? '/responses?class=high' : '/responses?class=low'}
    />
  )
}

function Distribution({ overview }: { overview: Overview }) {
  const t = useT()
  if (!overview.answered) return null
  const title = t(words.distribution, { days: overview.window.to - overview.window.from + 1 })
  return (
    <Card title={title}>
      <ClassBars
        title={title}
        metric={overview.metric}
        counts={overview.headline.counts}
        heads={[t(words.className), t(words.classShare), t(words.answers)]}
        to={(one) => answersBehind({ ...overview, ...isoWindow(overview.window), class: one, latest: true })}
      />
    </Card>
  )
}
