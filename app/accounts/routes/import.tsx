import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ImportColumns } from '#app/accounts/components/import-columns.tsx'
import { ForeignRevenue, ImportNumbers } from '#app/accounts/components/import-counts.tsx'
import { ImportProgram, type ImportProgramProps } from '#app/accounts/components/import-program.tsx'
import { ImportReadings } from '#app/accounts/components/import-readings.tsx'
import { ImportRejects } from '#app/accounts/components/import-rejects.tsx'
import { KeptRows } from '#app/accounts/components/kept-rows.tsx'
import { ImportStanding } from '#app/accounts/components/import-standing.tsx'
import { ImportState } from '#app/accounts/components/import-state.tsx'
import { cancelImport } from '#app/accounts/cancel-import.server.ts'
import { getImport } from '#app/accounts/get-import.server.ts'
import { importWords as words } from '#app/accounts/import-words.ts'
import { mapImportSchema, readImportSchema } from '#app/accounts/import.ts'
import { readAgain } from '#app/accounts/read-again.server.ts'
import { startCheck } from '#app/accounts/start-check.server.ts'
import { undoWords } from '#app/accounts/import-undo-words.ts'
import { startUndo, stopUndo } from '#app/accounts/start-undo.server.ts'
import { chooseProgram } from '#app/loop/choose-program.server.ts'
import { getUndo } from '#app/loop/get-undo.server.ts'
import { listKept } from '#app/loop/list-kept.server.ts'
import { startAnyImport } from '#app/loop/start-history.server.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { accountsErrors } from '#app/accounts/words.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator, type Word } from '#app/platform/words.ts'
import { Card, Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { metrics } from '#db/enums/statistics.ts'
import { Stepper } from '#app/ui/stepper.tsx'

export const handle = { access: 'accounts.import', title: words.imports }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const after = Number(query.get('rejects')) || 0
  const row = await getImport(context.ctx, params.id!, { after })
  const programs = row.kind === 'history' && row.editable ? await listPrograms(context.ctx) : []
  const undo = await getUndo(context.ctx, row.id)
  const left = row.state === 'undone' ? await listKept(context.ctx, row.id, { after: query.get('after') }) : null
  return { row, undo, left, programs: programs.map(({ id, name, metric }) => ({ id, name, metric })) }
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
  } else if (intent === 'undo') await startUndo(context.ctx, id)
  else if (intent === 'stop-undo') {
    await stopUndo(context.ctx, id)
    return saidRedirect(`/imports/${id}`, { text: translator(context.locale)(undoWords.stopSaid) }, context)
  } else throw new Refusal(400, 'bad_request')
  return redirect(`/imports/${id}`)
}

const programMetric = z.enum(metrics).catch('nps')

/** What our own form sends always passes; anything else is no form of ours. */
function sound<Schema extends z.ZodType>(schema: Schema, given: unknown): z.input<Schema> {
  if (!schema.safeParse(given).success) throw new Refusal(400, 'bad_request')
  return given as z.input<Schema>
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
type Row = Loaded['row']

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

const withoutNumbers = ['applying', 'checking', 'undoing', 'undone']

export default function Import() {
  const t = useT()
  const { row, programs, undo, left } = useLoaderData<typeof loader>()
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
      <ImportStanding row={row} undo={undo} />
      {counts && !withoutNumbers.includes(row.state) ? (
        <Card>
          <ImportNumbers counts={counts} />
          <ForeignRevenue foreign={row.counts?.foreign} />
          {row.counts ? <ImportReadings counts={row.counts} header={row.header} /> : null}
        </Card>
      ) : null}
      {left ? <KeptRows id={row.id} rows={left.kept} next={left.next} /> : null}
      {row.state === 'checking' || row.state === 'undone' ? null : (
        <ImportRejects id={row.id} rejects={row.rejects} next={row.nextReject} />
      )}
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
