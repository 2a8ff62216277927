import { eq } from 'drizzle-orm'
import { getImport } from '#app/accounts/get-import.server.ts'
import { startCheck } from '#app/accounts/start-check.server.ts'
import { uploadImport } from '#app/accounts/upload-import.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { applyHistory } from '#app/loop/apply-history.server.ts'
import { checkHistory } from '#app/loop/check-history.server.ts'
import { chooseProgram } from '#app/loop/choose-program.server.ts'
import { startAnyImport } from '#app/loop/start-history.server.ts'
import { imports } from '#db/schema/accounts.ts'
import { jobs } from '#db/schema/jobs.ts'
import { bytes } from '#test/accounts/make.ts'
import type { World } from '#test/world.ts'

type Choice = Omit<Parameters<typeof chooseProgram>[1], 'importId'>

export async function runHistoryJob(w: World, id: string, over: Partial<JobRun> = {}) {
  const [row] = await w.store.db
    .select({ kind: jobs.kind, payload: jobs.payload, id: jobs.id })
    .from(imports)
    .innerJoin(jobs, eq(jobs.id, imports.jobId))
    .where(eq(imports.id, id))
  const run: JobRun = { id: row!.id, attempt: 1, payload: row!.payload, progress: async () => {}, stopping: () => false, ...over } // prettier-ignore
  return row!.kind === 'loop.check-history' ? checkHistory(w.system(), run) : applyHistory(w.system(), run)
}

/** Uploads a file of past answers and checks it, with the guessed columns. */
export async function historyChecked(w: World, content: string, choice: Choice) {
  const id = await uploadImport(w.ctx(), { name: 'answers.csv', kind: 'history', content: bytes(content) })
  await chooseProgram(w.ctx(), { importId: id, ...choice })
  const row = await getImport(w.ctx(), id)
  await startCheck(w.ctx(), {
    importId: id,
    encoding: row.encoding as 'utf-8',
    delimiter: row.delimiter as ',',
    headerAt: row.headerAt,
    headerRows: row.headerRows,
    fields: row.header.map((_, i) => row.mapping[i] ?? ''),
  })
  await runHistoryJob(w, id)
  return getImport(w.ctx(), id)
}

/** Uploads, checks and applies it. */
export async function historyImported(w: World, content: string, choice: Choice) {
  const { id } = await historyChecked(w, content, choice)
  await startAnyImport(w.ctx(), id)
  await runHistoryJob(w, id)
  return getImport(w.ctx(), id)
}
