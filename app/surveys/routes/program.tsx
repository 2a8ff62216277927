import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { DoorOpen, Mail, Pencil, Send } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { countDoorAnswers } from '#app/delivery/count-door-answers.server.ts'
import { WaveList } from '#app/delivery/components/wave-list.tsx'
import { listWaves } from '#app/delivery/list-waves.server.ts'
import { mailboxWords } from '#app/email/words.ts'
import { programTotals } from '#app/loop/program-totals.server.ts'
import { env } from '#app/platform/env.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { Ledger } from '#app/responses/components/ledger.tsx'
import { getLedger } from '#app/responses/get-ledger.server.ts'
import { caseRuleWords } from '#app/surveys/case-rule-words.ts'
import { contradicted, mindsContradictions } from '#app/surveys/case-rule.ts'
import { PreviewPanel } from '#app/surveys/components/preview-panel.tsx'
import { SeverityScale } from '#app/surveys/components/severity-scale.tsx'
import { ProgramStateBadge } from '#app/surveys/components/state-badge.tsx'
import { DoorList } from '#app/surveys/doors/components/door-list.tsx'
import { doorWords } from '#app/surveys/doors/door-words.ts'
import { listDoors } from '#app/surveys/doors/list-doors.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { audienceLists, programMoves, type ProgramState } from '#app/surveys/program.ts'
import { spokenBy } from '#app/surveys/wordings.ts'
import { audienceWords, integrityNames, programKindWords, surveyWords } from '#app/surveys/words.ts'
import { Button, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { metricWords } from '#app/ui/class-words.ts'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Select } from '#app/ui/field.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { listAudienceValues } from '#app/surveys/list-audience-values.server.ts'

export const handle = { access: 'programs.read', title: surveyWords.programs }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const { program, version, brand } = await getProgram(ctx, params.programId!)
  const totals = (await programTotals(ctx))[program.id] ?? { sent: 0, answered: 0 }
  const doors = await listDoors(ctx, program.id)
  const counts = await countDoorAnswers(
    ctx,
    doors.map(({ id }) => id),
  )
  const owners = program.audience.ownerIds?.length ? (await listAudienceValues(ctx)).ownerIds : []
  return {
    program,
    version: version.number,
    languages: spokenBy(version.content.wording),
    brand: { name: brand.name, senderName: brand.senderName, replyTo: brand.replyTo },
    owners,
    totals,
    waves: await listWaves(ctx, program.id),
    ledger: await getLedger(ctx, program.id),
    doors: doors.map((door) => ({ ...door, ...(counts[door.id] ?? { answers: 0, last: null }) })),
    mayEdit: can(ctx.actor, 'programs.edit'),
    mayLaunch: can(ctx.actor, 'programs.launch'),
    mailbox: env.MAIL_TRANSPORT === 'mailbox' && can(ctx.actor, 'mailbox.read'),
  }
}

export default function Program() {
  const { program, version, languages, brand, owners, totals, waves, ledger, doors, mayEdit, mayLaunch, mailbox } =
    useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const launch =
    mayLaunch && (program.state === 'live' || program.state === 'draft') ? (
      <LinkButton to={`/programs/${program.id}/launch`} variant="primary" icon={Send}>
        {t(surveyWords.launch)}
      </LinkButton>
    ) : null
  const addDoor =
    mayEdit && program.state !== 'archived' ? (
      <LinkButton to={`/programs/${program.id}/doors/new`} icon={DoorOpen}>
        {t(doorWords.add)}
      </LinkButton>
    ) : null
  const chosen = audienceLists
    .filter((list) => program.audience[list]?.length)
    .map((list) => ({
      name: t(audienceWords[list]),
      value: program.audience[list]!.map((value) =>
        list === 'ownerIds'
          ? (owners.find((owner) => owner.value === value)?.label ?? '–')
          : list === 'languages'
            ? languageName(t, value)
            : value,
      ).join(', '),
    }))
  return (
    <Page
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {program.name} <ProgramStateBadge state={program.state} />
        </span>
      }
      crumbs={[{ to: '/programs', label: t(surveyWords.programs) }]}
      actions={
        <>
          {launch}
          {mayEdit && program.state !== 'archived' ? (
            <LinkButton to={`/programs/${program.id}/edit`} icon={Pencil}>
              {t(surveyWords.edit)}
            </LinkButton>
          ) : null}
          {mayLaunch ? <Moves id={program.id} state={program.state} /> : null}
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Card title={t(surveyWords.rules)}>
          <Facts
            items={[
              { name: t(surveyWords.metricShort), value: t(metricWords[program.metric]) },
              { name: t(surveyWords.kindShort), value: t(programKindWords[program.kind]) },
              { name: t(surveyWords.wording), value: t(surveyWords.version, { n: version }) },
              {
                name: t(surveyWords.brand),
                value: [brand.name, brand.senderName === brand.name ? null : brand.senderName, brand.replyTo]
                  .filter(Boolean)
                  .join(' · '),
              },
              { name: t(surveyWords.sent), value: format.number(totals.sent) },
              {
                name: t(surveyWords.answered),
                value:
                  totals.sent > 0
                    ? `${format.number(totals.answered)} · ${format.percent(totals.answered / totals.sent)}`
                    : format.number(totals.answered),
              },
            ]}
          />
        </Card>
        <Card title={t(surveyWords.audience)}>
          {chosen.length ? <Facts items={chosen} /> : <p className="text-muted">{t(surveyWords.everybody)}</p>}
        </Card>
        <Ledger programId={program.id} mode={t(integrityNames[program.integrity])} ledger={ledger} />
        <Card title={t(caseRuleWords.cases)}>
          <p className="text-muted">
            {program.caseRule.enabled
              ? t(caseRuleWords.from, { threshold: program.caseRule.threshold })
              : t(caseRuleWords.fromNone)}
          </p>
          <p className="text-muted">
            {mindsContradictions(program.caseRule)
              ? t(caseRuleWords.fromComments, contradicted(program.metric))
              : t(caseRuleWords.fromNoComments)}
          </p>
          <SeverityScale metric={program.metric} rule={program.caseRule} />
        </Card>
      </div>
      <Section
        title={t(surveyWords.waves)}
        actions={waves.length > 0 ? <ExportMenu to={`/programs/${program.id}/waves/export`} /> : null}
      >
        <WaveList waves={waves} launch={launch} />
      </Section>
      <Section title={t(doorWords.doors)} actions={doors.length > 0 ? addDoor : null}>
        <DoorList programId={program.id} doors={doors} add={addDoor} />
      </Section>
      {mayEdit && program.state !== 'archived' ? (
        <TestSend id={program.id} languages={languages} mailbox={mailbox} />
      ) : null}
      <PreviewPanel programId={program.id} languages={languages} />
      <p className="text-xs text-muted">
        <Link to="/settings/brand" className="text-accent underline">
          {t(surveyWords.editBrand)}
        </Link>
      </p>
    </Page>
  )
}

const verbs = { live: surveyWords.resume, paused: surveyWords.pause, archived: surveyWords.archive }

/** The ways from a state to others; a draft goes live by its first wave, or by hand. */
function Moves({ id, state }: { id: string; state: ProgramState }) {
  const t = useT()
  const busy = useBusy(`/programs/${id}/state`)
  return (
    <Form method="post" action={`/programs/${id}/state`} className="flex flex-wrap gap-2">
      {programMoves[state].map((to) => (
        <Button key={to} name="to" value={to} disabled={busy}>
          {t(
            to === 'live' && state === 'draft'
              ? surveyWords.goLive
              : to === 'paused' && state === 'archived'
                ? surveyWords.restore
                : verbs[to as keyof typeof verbs],
          )}
        </Button>
      ))}
    </Form>
  )
}

/** `mailbox`: whether mail stays on this machine, where its reader can look at it. */
function TestSend({ id, languages, mailbox }: { id: string; languages: readonly Language[]; mailbox: boolean }) {
  const t = useT()
  const locale = useLocale()
  const busy = useBusy(`/programs/${id}/test`)
  return (
    <Form method="post" action={`/programs/${id}/test`} className="flex flex-wrap items-end gap-2">
      <Select
        name="language"
        label={t(surveyWords.testLanguage)}
        defaultValue={locale}
        options={languages.map((one) => ({ value: one, label: languageName(t, one) }))}
      />
      <Button icon={Mail} disabled={busy}>
        {t(surveyWords.testSend)}
      </Button>
      {mailbox ? (
        <LinkButton to="/mailbox" variant="quiet">
          {t(mailboxWords.open)}
        </LinkButton>
      ) : null}
    </Form>
  )
}
