import { applyImport } from '#app/accounts/apply-import.server.ts'
import { checkImport } from '#app/accounts/check-import.server.ts'
import { getImport } from '#app/accounts/get-import.server.ts'
import { startCheck } from '#app/accounts/start-check.server.ts'
import { startImport } from '#app/accounts/start-import.server.ts'
import { uploadImport } from '#app/accounts/upload-import.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { eq } from 'drizzle-orm'
import { jobs } from '#db/schema/jobs.ts'
import { imports } from '#db/schema/accounts.ts'
import type { World } from '#test/world.ts'

export async function* bytes(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part
}

export const upload = (w: World, content: string | Uint8Array, name = 'customers.csv') =>
  uploadImport(w.ctx(), { name, content: bytes(content) })

/** Runs the job an import waits for, as the worker would. */
export async function runJob(w: World, id: string, over: Partial<JobRun> = {}, optOuts: string[] = []) {
  const [row] = await w.store.db
    .select({ kind: jobs.kind, payload: jobs.payload, id: jobs.id })
    .from(imports)
    .innerJoin(jobs, eq(jobs.id, imports.jobId))
    .where(eq(imports.id, id))
  const run: JobRun = {
    id: row!.id,
    attempt: 1,
    payload: row!.payload,
    progress: async () => {},
    stopping: () => false,
    ...over,
  }
  if (row!.kind === 'accounts.check-import') return checkImport(w.system(), run)
  const optOut = async (_: unknown, ids: string[]) => {
    optOuts.push(...ids)
    return []
  }
  return applyImport({ optOut })(w.system(), run)
}

/** Uploads a file and checks it, with the guessed mapping or another. */
export async function checked(w: World, content: string | Uint8Array, fields?: string[], dates: string[] = []) {
  const id = await upload(w, content)
  const row = await getImport(w.ctx(), id)
  const encoding = row.encoding as 'utf-8'
  await startCheck(w.ctx(), {
    importId: id,
    encoding,
    delimiter: row.delimiter as ',',
    headerAt: row.headerAt,
    headerRows: row.headerRows,
    fields: fields ?? row.header.map((_, i) => row.mapping[i] ?? ''),
    dates: dates.length ? dates : row.header.map((_, i) => row.options?.dates?.[i] ?? ''),
  })
  await runJob(w, id)
  return getImport(w.ctx(), id)
}

/** Uploads, checks and applies a file. */
export async function imported(
  w: World,
  content: string | Uint8Array,
  fields?: string[],
  optOuts?: string[],
  dates?: string[],
) {
  const { id } = await checked(w, content, fields, dates)
  await startImport(w.ctx(), id)
  await runJob(w, id, {}, optOuts)
  return getImport(w.ctx(), id)
}

/** `account, external id, e-mail, name` of so many people. */
export function manyPeople(n: number): string {
  const lines = ['Company,Contact ID,Email,Name']
  for (let i = 0; i < n; i++) lines.push(`Company ${i % 37},P${i},person${i}@example.com,Person ${i}`)
  return lines.join('\n')
}
