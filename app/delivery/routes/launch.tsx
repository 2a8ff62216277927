import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Send } from 'lucide-react'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { LaunchChecks } from '#app/delivery/components/launch-checks.tsx'
import { countAudience } from '#app/delivery/count-audience.server.ts'
import { launchProgram, launchProgramSchema } from '#app/delivery/launch-program.server.ts'
import { getOpenWave } from '#app/delivery/list-waves.server.ts'
import { ScheduleForm } from '#app/delivery/components/schedule-form.tsx'
import { scheduleSchema, startOf } from '#app/delivery/schedule.ts'
import { scheduleWords } from '#app/delivery/schedule-words.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import { mailReach } from '#app/delivery/mail-reach.server.ts'
import { deliveryWords, reasonOf } from '#app/delivery/words.ts'
import { expectCases } from '#app/loop/expected-cases.server.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { translate } from '#app/platform/words.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { spokenBy } from '#app/surveys/wordings.ts'
import { surveyErrors, surveyWords } from '#app/surveys/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { formats } from '#app/ui/formats.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Stat } from '#app/ui/stat.tsx'
import { Table } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'programs.launch', title: surveyWords.launch }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'programs.launch')
  const { program, version } = await getProgram(ctx, params.programId!)
  const counted = await countAudience(ctx, program)
  const organisation = await getOrganisation(ctx)
  return {
    program: { id: program.id, name: program.name, state: program.state },
    counted,
    expected: await expectCases(ctx, program, counted.invited),
    openWave: await getOpenWave(ctx, program.id),
    launchKey: newId('key'),
    zone: organisation.zone,
    opensAt: await opensAt(ctx),
    mayEditRules: can(ctx.actor, 'settings.edit'),
    checks: {
      programId: program.id,
      state: program.state,
      version: version.number,
      languages: spokenBy(version.content.wording).length,
      address: organisation.postalAddress !== '',
      privacy: organisation.privacyUrl !== null,
      mail: mailReach(),
    },
  }
}

/** When the sending hours begin where the organisation is; null while they last. */
async function opensAt(ctx: Ctx): Promise<number | null> {
  const hours = await sendingHours(ctx, await findContactRules(ctx))
  const at = hours(ctx.now(), null)
  return at > ctx.now() ? at : null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(
    request,
    launchProgramSchema.pick({ launchKey: true, anyHour: true }).extend(scheduleSchema.shape),
    context.locale,
  )
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { launchKey, startsOn, noticeDays, anyHour } = form.value
  const { zone } = await getOrganisation(context.ctx)
  const startsAt = startsOn === undefined ? undefined : startOf(startsOn, zone, context.ctx.now())
  if (startsAt === null) throw new Invalid('wave_start_wrong')
  const { waveId } = await launchProgram(context.ctx, {
    programId: params.programId!,
    launchKey,
    startsAt,
    noticeDays,
    anyHour,
  })
  const when = startsAt === undefined ? '' : formats(context.locale, zone).dateTime(startsAt)
  const text = translate(context.locale, startsAt === undefined ? deliveryWords.launched : scheduleWords.scheduled, { when }) // prettier-ignore
  return saidRedirect(`/waves/${waveId}`, { text }, context)
}

export default function Launch() {
  const { program, counted, expected, openWave, launchKey, checks, zone, opensAt, mayEditRules } =
    useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  const reasons = Object.entries({ ...counted.skipped, ...counted.waiting }).map(([reason, n]) => ({ reason, n }))
  const stopped = openWave
    ? t(deliveryWords.blockedByWave)
    : program.state === 'paused'
      ? t(surveyErrors.program_paused)
      : program.state === 'archived'
        ? t(surveyErrors.program_archived)
        : counted.invited === 0
          ? t(deliveryWords.nobody)
          : null
  return (
    <Page
      title={t(deliveryWords.launchTitle, { name: program.name })}
      lead={t(deliveryWords.launchLead)}
      crumbs={[
        { to: '/programs', label: t(surveyWords.programs) },
        { to: `/programs/${program.id}`, label: program.name },
      ]}
    >
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Card>
          <Stat
            label={t(deliveryWords.whoGetsIt)}
            value={t(deliveryWords.people, { n: counted.invited })}
            detail={t(deliveryWords.ofAudience, { n: counted.audience })}
          />
          {counted.complete ? null : (
            <p className="text-xs text-muted">{t(deliveryWords.partly, { seen: counted.seen })}</p>
          )}
        </Card>
        <Card>
          <Stat
            label={t(deliveryWords.expect)}
            value={
              expected.low === expected.high
                ? format.number(expected.high)
                : `${format.number(expected.low)}–${format.number(expected.high)}`
            }
            detail={
              expected.low > 0
                ? t(deliveryWords.expectCases, { low: expected.low, high: expected.high })
                : t(deliveryWords.expectOne, { high: expected.high })
            }
            note={t(
              expected.basis === 'program'
                ? deliveryWords.basisProgram
                : expected.basis === 'organisation'
                  ? deliveryWords.basisOrganisation
                  : deliveryWords.basisDefault,
              { n: expected.n },
            )}
          />
        </Card>
        <Card title={t(deliveryWords.whoDoesNot)}>
          {reasons.length === 0 ? (
            <p className="text-muted">{t(deliveryWords.nobodySkipped)}</p>
          ) : (
            <Table
              caption={t(deliveryWords.whoDoesNot)}
              rows={reasons}
              rowKey={(row) => row.reason}
              columns={[
                { key: 'reason', head: t(deliveryWords.reason), main: true, cell: (row) => t(reasonOf(row.reason)) },
                {
                  key: 'n',
                  head: t(deliveryWords.count),
                  align: 'right',
                  cell: (row) => <span className="tabular-nums">{format.number(row.n)}</span>,
                },
              ]}
            />
          )}
        </Card>
        <LaunchChecks checks={checks} />
      </div>
      {stopped ? <Notice tone="warning">{stopped}</Notice> : null}
      <Form method="post">
        <input type="hidden" name="launchKey" value={launchKey} />
        {opensAt !== null && stopped === null ? (
          <div className="mb-3 flex flex-col gap-1">
            <p className="text-sm text-muted">
              {t(deliveryWords.hoursNow, { when: format.dateTime(opensAt) })}{' '}
              {mayEditRules ? (
                <Link to="/settings/contact-rules" className="text-accent underline">
                  {t(deliveryWords.hoursRules)}
                </Link>
              ) : null}
            </p>
            <Checkbox name="anyHour" label={t(deliveryWords.anyHour)} />
          </div>
        ) : null}
        <ButtonRow>
          {openWave ? (
            <LinkButton to={`/waves/${openWave}`} variant="primary">
              {t(deliveryWords.openWave)}
            </LinkButton>
          ) : (
            <Button variant="primary" icon={Send} busy={busy} disabled={stopped !== null}>
              {t(deliveryWords.send, { n: counted.invited })}
            </Button>
          )}
          <LinkButton to={`/programs/${program.id}`}>{t(uiWords.cancel)}</LinkButton>
        </ButtonRow>
      </Form>
      {stopped ? null : <ScheduleForm launchKey={launchKey} zone={zone} />}
    </Page>
  )
}
