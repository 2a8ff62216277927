import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Ban, Pause, Play } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { Funnel } from '#app/delivery/components/funnel.tsx'
import { NotSent } from '#app/delivery/components/not-sent.tsx'
import { WaveStateBadge } from '#app/delivery/components/wave-state-badge.tsx'
import { getWave } from '#app/delivery/get-wave.server.ts'
import { countNotSent, listNotSent } from '#app/delivery/list-not-sent.server.ts'
import { isOpen } from '#app/delivery/wave.ts'
import { deliveryWords } from '#app/delivery/words.ts'
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
  const { wave, program, version, launchedBy, progress, funnel } = await getWave(ctx, params.waveId!)
  const reason = query.get('reason')
  return {
    wave: { id: wave.id, state: wave.state, counts: wave.counts, createdAt: wave.createdAt, endedAt: wave.endedAt },
    program: { id: program.id, name: program.name, state: program.state },
    version,
    launchedBy,
    progress,
    funnel,
    notSent: await countNotSent(ctx, wave.id),
    reason,
    list: reason ? await listNotSent(ctx, { waveId: wave.id, reason, after: query.get('after') ?? '' }) : null,
    mayLaunch: can(ctx.actor, 'programs.launch'),
    maySeePeople: can(ctx.actor, 'accounts.read'),
    now: ctx.now(),
  }
}

export default function Wave() {
  const data = useLoaderData<typeof loader>()
  const { wave, program, version, launchedBy, progress, funnel, mayLaunch } = data
  const t = useT()
  const format = useFormat()
  const invited = wave.counts?.invited ?? 0
  // Answers come in after sending as well; a done wave is looked at less often.
  useLivePoll(wave.state === 'done' && data.now - wave.createdAt < 7 * 86_400_000, 15_000)
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
          {program.state === 'paused' ? <Notice tone="warning">{t(deliveryWords.programPaused)}</Notice> : null}
        </Card>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Card title={t(deliveryWords.funnel)}>
          <Funnel invited={invited} audience={wave.counts?.audience ?? 0} funnel={funnel} />
        </Card>
        <Card>
          <Facts
            items={[
              { name: t(deliveryWords.program), value: program.name },
              { name: t(deliveryWords.version), value: t(surveyWords.version, { n: version }) },
              { name: t(deliveryWords.launchedAt), value: <Time at={wave.createdAt} absolute /> },
              { name: t(deliveryWords.launchedBy), value: launchedBy },
              {
                name: t(deliveryWords.endedAt),
                value: wave.endedAt === null ? null : <Time at={wave.endedAt} absolute />,
              },
            ]}
          />
        </Card>
      </div>
      <Section title={t(deliveryWords.skippedTitle)}>
        <NotSent counts={data.notSent} reason={data.reason} list={data.list} maySeePeople={data.maySeePeople} />
      </Section>
    </Page>
  )
}

function Moves({
  data: { wave, funnel },
}: {
  data: { wave: { id: string; state: Parameters<typeof isOpen>[0] }; funnel: { waiting: number; sent: number } }
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
      {isOpen(wave.state) ? (
        <ConfirmForm
          trigger={t(deliveryWords.cancel)}
          icon={Ban}
          title={t(deliveryWords.cancelTitle)}
          body={t(deliveryWords.cancelBody, { waiting: funnel.waiting, sent: funnel.sent })}
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
