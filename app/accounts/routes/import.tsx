import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ImportColumns } from '#app/accounts/components/import-columns.tsx'
import { ForeignRevenue, ImportNumbers } from '#app/accounts/components/import-counts.tsx'
import { ImportProgram, type ImportProgramProps } from '#app/accounts/components/import-program.tsx'
import { ImportReadings } from '#app/accounts/components/import-readings.tsx'
import { ImportRejects } from '#app/accounts/components/import-rejects.tsx'
import { ImportState } from '#app/accounts/components/import-state.tsx'
import { cancelImport } from '#app/accounts/cancel-import.server.ts'
import { duplicateWords } from '#app/accounts/duplicate-words.ts'
import { getImport } from '#app/accounts/get-import.server.ts'
import { importHistoryWords as historyWords } from '#app/accounts/import-history-words.ts'
import { importWords as words } from '#app/accounts/import-words.ts'
import { mapImportSchema, readImportSchema } from '#app/accounts/import.ts'
import { readAgain } from '#app/accounts/read-again.server.ts'
import { startCheck } from '#app/accounts/start-check.server.ts'
import { chooseProgram } from '#app/loop/choose-program.server.ts'
import { startAnyImport } from '#app/loop/start-history.server.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { accountsErrors, fileFaultWords } from '#app/accounts/words.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator, type Word } from '#app/platform/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { useFormat, useNow, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { metrics } from '#db/enums/statistics.ts'
import { ProgressBar } from '#app/ui/progress.tsx'
import { Stepper } from '#app/ui/stepper.tsx'

export const handle = { access: 'accounts.import', title: words.imports }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const after = Number(new URL(request.url).searchParams.get('rejects')) || 0
  const row = await getImport(context.ctx, params.id!, { after })
  const programs = row.kind === 'history' && row.editable ? await listPrograms(context.ctx) : []
  return { row, programs: programs.map(({ id, name, metric }) => ({ id, name, metric })) }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const id = params.id!
  const form = await formOf(request)
  const intent = form.get('intent')
  if (intent === 'check' || intent === 'read') {
    const given = {
      ...Object.fromEntries(form),
      importId: id,
      fields: form.getAll('fields'),
      dates: form.getAll('dates'),
    }
    try {
      if (form.has('program'))
        await chooseProgram(context.ctx, {
          importId: id,
          program: String(form.get('program')),
          name: String(form.get('programName') ?? ''),
          metric: programMetric.parse(form.get('programMetric')),
          addPeople: form.has('addPeople'),
        })
      if (intent === 'check') await startCheck(context.ctx, sound(mapImportSchema, given))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return json({ fault: { code: error.code } }, 400)
    }
    if (intent === 'read') await readAgain(context.ctx, sound(readImportSchema, given))
  } else if (intent === 'apply') await startAnyImport(context.ctx, id)
  else if (intent === 'cancel') {
    await cancelImport(context.ctx, id)
    return saidRedirect(`/imports/${id}`, { text: translator(context.locale)(words.cancelSaid) }, context)
  } else throw new Refusal(400, 'bad_request')
  return redirect(`/imports/${id}`)
}

const customerLinks = [
  { to: '/accounts', word: words.seeAccounts },
  { to: '/contacts', word: words.seeContacts },
  { to: '/accounts/duplicates', word: duplicateWords.find },
]
const historyLinks = [
  { to: '/responses', word: historyWords.seeAnswers },
  { to: '/', word: historyWords.seeTrend },
]

const programMetric = z.enum(metrics).catch('nps')

/** What our own form sends always passes; anything else is no form of ours. */
function sound<Schema extends z.ZodType>(schema: Schema, given: unknown): z.input<Schema> {
  if (!schema.safeParse(given).success) throw new Refusal(400, 'bad_request')
  return given as z.input<Schema>
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['row']

const stepOf: Record<Row['state'], number> = {
  uploaded: 1,
  failed: 1,
  checking: 2,
  checked: 2,
  applying: 3,
  done: 4,
  cancelled: 2,
  undoing: 4,
  undone: 4,
}

export default function Import() {
  const t = useT()
  const { row, programs } = useLoaderData<typeof loader>()
  const counts = row.state === 'done' || row.state === 'cancelled' ? (row.applied ?? row.counts) : row.counts
  return (
    <Page
      title={row.fileName}
      crumbs={[{ label: t(words.imports), to: '/imports' }]}
      actions={<ImportState state={row.state} />}
    >
      <Stepper
        steps={[words.stepFile, words.stepColumns, words.stepCheck, words.stepApply].map((step) => ({
          label: t(step),
        }))}
        current={stepOf[row.state]}
      />
      <Standing row={row} />
      {counts && row.state !== 'applying' && row.state !== 'checking' ? (
        <Card>
          <ImportNumbers counts={counts} />
          <ForeignRevenue foreign={row.counts?.foreign} />
          {row.counts ? <ImportReadings counts={row.counts} header={row.header} /> : null}
        </Card>
      ) : null}
      {row.state === 'checking' ? null : <ImportRejects id={row.id} rejects={row.rejects} next={row.nextReject} />}
      {row.editable ? <Columns row={row} programs={programs} /> : null}
    </Page>
  )
}

function Columns({ row, programs }: { row: Row; programs: ImportProgramProps['programs'] }) {
  const t = useT()
  const fault = useActionData<{ fault?: { code: string } }>()?.fault
  const faults: Record<string, Word> = accountsErrors
  const form = (
    <ImportColumns
      key={`${row.encoding}${row.delimiter}${row.headerAt}${row.headerRows}${row.header.length}`}
      kind={row.kind}
      header={row.header}
      samples={row.samples}
      mapping={row.mapping}
      dateColumns={row.dateColumns}
      dates={row.options?.dates ?? {}}
      mappedFrom={row.mappedFrom?.fileName ?? null}
      encoding={row.encoding}
      delimiter={row.delimiter}
      headerAt={row.headerAt}
      headerRows={row.headerRows}
      top={row.top}
    >
      {row.kind === 'history' ? <ImportProgram programs={programs} options={row.options} /> : null}
      {fault && faults[fault.code] ? <Notice tone="danger" title={t(faults[fault.code]!)} /> : null}
    </ImportColumns>
  )
  if (row.state === 'uploaded' || row.state === 'failed') return <Card title={t(words.columnsTitle)}>{form}</Card>
  return (
    <details className="rounded-lg border border-line bg-surface p-4">
      <summary className="cursor-pointer font-semibold">{t(words.again)}</summary>
      <div className="mt-4">{form}</div>
    </details>
  )
}

/** How it stands, and the verbs that fit. */
function Standing({ row }: { row: Row }) {
  const t = useT()
  const now = useNow()
  const format = useFormat()
  if (row.state === 'checking') {
    const { done, total } = row.progress ?? { done: 0, total: row.bytes ?? 0 }
    return (
      <Card>
        {row.givenUp ? (
          <Notice tone="danger" title={t(words.givenUpCheck)} />
        ) : (
          <ProgressBar
            label={t(words.checking)}
            done={percent(done, total)}
            total={100}
            startedAt={row.jobStarted}
            now={now}
            running
          />
        )}
        <Verbs cancel />
      </Card>
    )
  }
  if (row.state === 'applying') {
    return (
      <Card>
        {row.givenUp ? <Notice tone="danger" title={t(words.givenUp)} /> : null}
        <ProgressBar
          label={t(words.applying)}
          done={row.appliedLines}
          total={row.counts?.lines ?? 0}
          startedAt={row.jobStarted}
          now={now}
          running={!row.givenUp}
        />
        <Verbs cancel apply={row.givenUp ? t(words.resume) : undefined} />
      </Card>
    )
  }
  if (row.state === 'failed') {
    const faults: Record<string, Word> = fileFaultWords
    const word = row.error ? faults[row.error.code] : undefined
    return (
      <Notice tone="danger" title={t(words.failed)}>
        {word && row.error ? <p>{t(word, { line: row.error.line ?? 0, column: row.error.column ?? 0 })}</p> : null}
      </Notice>
    )
  }
  if (row.state === 'checked' && row.counts) {
    const { lines, rejected, accounts, contacts } = row.counts
    const nothing =
      accounts.new + accounts.changed + contacts.new + contacts.changed + (row.counts.answers?.new ?? 0) === 0
    return (
      <Card>
        <p>{t(nothing && lines > rejected ? words.nothingToDo : words.checked)}</p>
        <Verbs cancel apply={lines > rejected ? t(words.apply, { n: lines - rejected }) : undefined} />
      </Card>
    )
  }
  if (row.state === 'cancelled')
    return (
      <Notice
        tone="warning"
        title={
          row.appliedLines
            ? t(row.counts?.stretch ? words.cancelledSome : words.cancelled, { n: row.appliedLines })
            : t(words.cancelledNone)
        }
      />
    )
  if (row.state === 'done' && row.applied) {
    return (
      <Notice tone="success" title={t(words.done, { n: row.applied.lines - row.applied.rejected })}>
        <ButtonRow>
          {(row.kind === 'history' ? historyLinks : customerLinks).map(({ to, word }) => (
            <LinkButton key={to} to={to} size="sm">
              {t(word)}
            </LinkButton>
          ))}
          {row.endedAt ? <span className="text-xs">{format.dateTime(row.endedAt)}</span> : null}
        </ButtonRow>
      </Notice>
    )
  }
  return null
}

const percent = (done: number, total: number) => (total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0)

function Verbs({ apply, cancel }: { apply?: string | undefined; cancel?: boolean }) {
  const t = useT()
  const busy = useBusy()
  return (
    <Form method="post">
      <ButtonRow>
        {apply ? (
          <Button variant="primary" name="intent" value="apply" busy={busy}>
            {apply}
          </Button>
        ) : null}
        {cancel ? (
          <Button variant="quiet" name="intent" value="cancel">
            {t(words.cancel)}
          </Button>
        ) : null}
      </ButtonRow>
    </Form>
  )
}
