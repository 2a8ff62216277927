import { and, eq } from 'drizzle-orm'
import type { MergeKind } from '#app/accounts/merging/fields.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { mergeJob } from '#app/loop/merging/start-merge.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { jobs } from '#db/schema/jobs.ts'

/** A merge that a job does, with how far it is. @throws NotFound */
export async function getMerge(ctx: Ctx, jobId: string) {
  authorise(ctx, 'accounts.import')
  const [row] = await read(ctx)
    .select()
    .from(jobs)
    .where(and(eq(jobs.id, jobId), eq(jobs.kind, mergeJob)))
  if (!row) throw new NotFound()
  const { kind, from, into } = row.payload as { kind: MergeKind; from: string; into: string }
  const state = ['ready', 'running'].includes(row.state) ? ('running' as const) : row.state === 'done' ? ('done' as const) : ('dead' as const) // prettier-ignore
  const table = kind === 'account' ? accounts : contacts
  const [survivor] = await read(ctx).select({ name: table.name }).from(table).where(eq(table.id, into))
  return { kind, from, into, intoName: survivor?.name ?? null, state, progress: row.progress, startedAt: row.createdAt }
}
