import { and, eq, inArray } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { backoff } from '#app/jobs/backoff.ts'
import { errorText } from '#app/jobs/error-text.ts'
import { JobLost, type Holder, type Job } from '#app/jobs/job.ts'
import { jobs, type Progress } from '#db/schema/jobs.ts'

/* How a job ends, or is handed back: always under the condition that the lease is still held. */

const held = (id: string, holder: Holder) =>
  and(eq(jobs.id, id), eq(jobs.state, 'running'), eq(jobs.leaseBy, holder.name))
const free = { leaseBy: null, leaseUntil: null }

/** @returns false when the lease was lost: another worker, or a person, has decided */
export async function finishJob(ctx: Ctx, holder: Holder, job: Job): Promise<boolean> {
  const [row] = await write(ctx, async ({ now, tx }) =>
    tx
      .update(jobs)
      .set({ ...free, state: 'done', endedAt: now(), lastError: null })
      .where(held(job.id, holder))
      .returning({ id: jobs.id }),
  )
  return row !== undefined
}

/** The job goes on later; this run was no failure, so it doesn't count as a try. */
export async function handBackJob(ctx: Ctx, holder: Holder, job: Job, again: number): Promise<boolean> {
  const [row] = await write(ctx, async ({ tx }) =>
    tx
      .update(jobs)
      .set({ ...free, state: 'ready', runAt: again, attempt: job.attempt - 1 })
      .where(held(job.id, holder))
      .returning({ id: jobs.id }),
  )
  return row !== undefined
}

/** Another try after a pause, or a dead letter (with its event) when it was the last. */
export async function failJob(ctx: Ctx, holder: Holder, job: Job, error: unknown): Promise<boolean> {
  const last = job.attempt >= job.maxAttempts
  return write(ctx, async (ctx) => {
    const now = ctx.now()
    const next = last
      ? ({ state: 'dead', endedAt: now } as const)
      : ({ state: 'ready', runAt: now + backoff(job.attempt, Math.random()) } as const)
    const [row] = await ctx.tx
      .update(jobs)
      .set({ ...free, ...next, lastError: errorText(error) })
      .where(held(job.id, holder))
      .returning({ id: jobs.id })
    if (row && last)
      await recordEvent(ctx, { type: 'jobs.died', subject: { kind: 'job', id: job.id }, data: { kind: job.kind } })
    return row !== undefined
  })
}

/** @throws JobLost */
export async function saveProgress(ctx: Ctx, holder: Holder, id: string, progress: Progress): Promise<void> {
  const [row] = await write(ctx, async ({ now, tx }) =>
    tx
      .update(jobs)
      .set({ progress, leaseUntil: now() + holder.lease })
      .where(held(id, holder))
      .returning({ id: jobs.id }),
  )
  if (!row) throw new JobLost('cancelled or taken over')
}

/** The heartbeat. @returns the ids that are still held */
export async function renewLeases(ctx: Ctx, holder: Holder, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await write(ctx, async ({ now, tx }) =>
    tx
      .update(jobs)
      .set({ leaseUntil: now() + holder.lease })
      .where(and(inArray(jobs.id, ids), eq(jobs.state, 'running'), eq(jobs.leaseBy, holder.name)))
      .returning({ id: jobs.id }),
  )
  return rows.map((row) => row.id)
}
