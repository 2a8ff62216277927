import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Ban, Pause, Play } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { Funnel } from '#app/delivery/components/funnel.tsx'
import { NotSent } from '#app/delivery/components/not-sent.tsx'
import { ScheduledWave } from '#app/delivery/components/scheduled.tsx'
import { WaveBehind, type Behind } from '#app/delivery/components/wave-behind.tsx'
import { WaveStateBadge } from '#app/delivery/components/wave-state-badge.tsx'
import { getWave } from '#app/delivery/get-wave.server.ts'
import { listRecipients } from '#app/delivery/list-recipients.server.ts'
import { countNotSent, listNotSent } from '#app/delivery/list-not-sent.server.ts'
import { mayCancel, mostLookedUp, type WaveState } from '#app/delivery/wave.ts'
import { waveStepOf, type WaveStep } from '#app/delivery/wave-steps.ts'
import { waveWords } from '#app/delivery/wave-words.ts'
import { deliveryWords } from '#app/delivery/words.ts'
import { countWaveComments, listWaveComments } from '#app/loop/wave-comments.server.ts'
import { DAY } from '#app/platform/day.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { ProgressBar, useLivePoll } from '#app/ui/progress.tsx'

export const handle = { access: 'programs.read', title: deliveryWords.waves }

export async function loader({ request, params, context: { ctx } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const id = params.waveId!
  const { wave, program, version, launchedBy, progress, funnel, choices } = await getWave(ctx, id)
  const reason = query.get('reason')
  const after = query.get('after') ?? ''
  const commented = funnel.answered <= mostLookedUp ? await countWaveComments(ctx, id) : null
  return {
    wave: { id, state: wave.state, counts: wave.counts, createdAt: wave.createdAt, endedAt: wave.endedAt },
    scheduled: { id: wave.id, startsAt: wave.startsAt, noticeAt: wave.noticeAt, choices },
    mayLook: can(ctx.actor, 'invitations.create'),
    program: { id: program.id, name: program.name, state: program.state },
    version,
    launchedBy,
    progress,
    funnel: { ...funnel, commented },
    notSent: await countNotSent(ctx, id),
    reason,
    list: reason ? await listNotSent(ctx, { waveId: id, reason, after }) : null,
    behind: await behindOf(ctx, query, id, { ...funnel, commented }),
    mayLaunch: can(ctx.actor, 'programs.launch'),
    maySeePeople: can(ctx.actor, 'accounts.read'),
    now: ctx.now(),
  }
}

/** The list behind the number that the address names. */
async function behindOf(
  ctx: Ctx,
  query: URLSearchParams,
  waveId: string,
  counts: Record<WaveStep | 'commented', number | null>,
): Promise<Behind | null> {
  const after = query.get('after') ?? ''
  if (query.get('show') === 'commented')
    return { show: 'commented', n: counts.commented, ...(await listWaveComments(ctx, { waveId, after })) }
  const step = waveStepOf(query.get('show'))
  if (!step || !can(ctx.actor, 'accounts.read')) return null
  return { show: step, n: counts[step], ...(await listRecipients(ctx, { waveId, step, after })) }
}

/** Milliseconds after which answers are rare, and the page rests. */
const watched = 7 * DAY

export default function Wave() {
  const data = useLoaderData<typeof loader>()
  const { wave, program, version, launchedBy, progress, funnel, mayLaunch } = data
  const t = useT()
  const format = useFormat()
  const { invited } = funnel
  // Answers come in after sending as well; a done wave is looked at less often.
  useLivePoll(wave.state === 'done' && data.now - wave.createdAt < watched, 15_000)
  return (
    <Page
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {t(deliveryWords.waveOf, { date: format.date(wave.createdAt) })} <WaveStateBadge state={wave.state} />
        </span>
      }
      crumbs={[
        { to: '/programs', label: t(surveyWords.programs) },
        { to: `/programs/${program.id}`, label: program.name },
      ]}
      actions={
        <>
          <ExportMenu
            to={`/waves/${wave.id}/export`}
            reason={
              !data.maySeePeople
                ? t(exportWords.notYours)
                : invited === 0 && data.notSent.length === 0
                  ? t(exportWords.nothingHere)
                  : null
            }
          />
          {mayLaunch ? <Moves data={data} /> : null}
        </>
      }
    >
      {wave.state === 'scheduled' ? (
        <ScheduledWave wave={data.scheduled} mayLaunch={mayLaunch} mayLook={data.mayLook} />
      ) : null}
      {wave.state === 'planning' ? (
        <Card>
          <ProgressBar
            label={t(deliveryWords.planningLabel)}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            startedAt={wave.createdAt}
            now={data.now}
            running
          />
          <p className="text-xs text-muted">{t(deliveryWords.planningNote)}</p>
        </Card>
      ) : null}
      {wave.state === 'sending' || wave.state === 'paused' ? (
        <Card>
          <ProgressBar
            label={t(wave.state === 'paused' ? deliveryWords.pausedLabel : deliveryWords.sendingLabel)}
            done={Math.max(0, invited - funnel.waiting)}
            total={invited}
            startedAt={wave.createdAt}
            now={data.now}
            running={wave.state === 'sending'}
          />
          {funnel.nextDueAt !== null && funnel.nextDueAt > data.now ? (
            <p className="text-sm text-muted">
              {t(deliveryWords.hoursNext, { when: format.dateTime(funnel.nextDueAt) })}
            </p>
          ) : null}
          {program.state === 'paused' ? <Notice tone="warning">{t(deliveryWords.programPaused)}</Notice> : null}
        </Card>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Card title={t(waveWords.funnel)}>
          <Funnel
            invited={invited}
            audience={wave.counts?.audience ?? 0}
            funnel={funnel}
            show={data.behind?.show ?? null}
            maySeePeople={data.maySeePeople}
          />
          <Rest data={data} />
        </Card>
        <Card>
          <Facts
            items={[
              {
                name: t(deliveryWords.program),
                value: (
                  <Link to={`/programs/${program.id}`} className="text-accent underline">
                    {program.name}
                  </Link>
                ),
              },
              { name: t(deliveryWords.version), value: t(surveyWords.version, { n: version }) },
              { name: t(deliveryWords.launchedAt), value: <Time at={wave.createdAt} absolute /> },
              { name: t(deliveryWords.launchedBy), value: launchedBy },
              {
                name: t(deliveryWords.endedAt),
                value: wave.endedAt === null ? null : <Time at={wave.endedAt} absolute />,
              },
              ...(
                [
                  ['waiting', funnel.waiting],
                  ['deferred', funnel.deferred],
                  ['failed', funnel.failed],
                ] as const
              ).map(([step, n]) => ({
                name: t(waveWords[step]),
                value:
                  n > 0 && data.maySeePeople ? (
                    <Link to={`?show=${step}#behind`} preventScrollReset className="text-accent underline tabular-nums">
                      {format.number(n)}
                    </Link>
                  ) : (
                    format.number(n)
                  ),
              })),
            ]}
          />
        </Card>
      </div>
      {data.behind ? <WaveBehind behind={data.behind} /> : null}
      <Section title={t(deliveryWords.skippedTitle)}>
        <NotSent counts={data.notSent} reason={data.reason} list={data.list} maySeePeople={data.maySeePeople} />
      </Section>
    </Page>
  )
}

/** What to expect of the numbers from here on, and what they leave out. */
function Rest({ data: { wave, funnel, now } }: { data: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const t = useT()
  const format = useFormat()
  const at = funnel.lastAnswerAt
  const rest =
    wave.state === 'cancelled'
      ? t(waveWords.restCancelled)
      : wave.state === 'paused'
        ? t(waveWords.restPaused)
        : wave.state !== 'done'
          ? t(waveWords.restPlanning)
          : now - wave.createdAt < watched
            ? t(waveWords.restComing)
            : at === null
              ? t(waveWords.restSilent)
              : t(waveWords.restDone, { when: format.relative(at, now) })
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-3">
      <p>{rest}</p>
      <p className="text-xs text-muted">
        {funnel.sent > mostLookedUp || funnel.commented === null
          ? t(waveWords.tooMany)
          : t(funnel.delivered === null ? waveWords.deliveredUnknown : waveWords.deliveredNote)}{' '}
        {t(waveWords.opensNote)}
      </p>
    </div>
  )
}

function Moves({
  data: { wave, funnel },
}: {
  data: {
    wave: { id: string; state: WaveState }
    funnel: { waiting: number; deferred: number; sent: number }
  }
}) {
  const t = useT()
  const action = `/waves/${wave.id}/state`
  const busy = useBusy(action)
  return (
    <>
      <Form method="post" action={action} className="contents">
        {wave.state === 'sending' ? (
          <Button name="to" value="paused" icon={Pause} busy={busy}>
            {t(deliveryWords.pause)}
          </Button>
        ) : null}
        {wave.state === 'paused' ? (
          <Button name="to" value="sending" icon={Play} variant="primary" busy={busy}>
            {t(deliveryWords.resume)}
          </Button>
        ) : null}
      </Form>
      {mayCancel(wave.state, funnel.deferred > 0) ? (
        <ConfirmForm
          trigger={t(deliveryWords.cancel)}
          icon={Ban}
          title={t(deliveryWords.cancelTitle)}
          body={t(deliveryWords.cancelBody, { waiting: funnel.waiting + funnel.deferred, sent: funnel.sent })}
          confirm={t(deliveryWords.cancel)}
          keep={t(deliveryWords.keepWave)}
          danger
          action={action}
          fields={{ to: 'cancelled' }}
        />
      ) : null}
    </>
  )
}
