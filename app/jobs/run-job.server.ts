import { eq } from 'drizzle-orm'
import { as, type Ctx } from '#app/audit/context.server.ts'
import { system } from '#app/audit/actor.ts'
import { JobLost, type EventRow, type Holder, type Job, type JobHandler, type Registry } from '#app/jobs/job.ts'
import { errorText } from '#app/jobs/error-text.ts'
import { failJob, finishJob, handBackJob, saveProgress } from '#app/jobs/settle-job.server.ts'
import { log } from '#app/platform/log.server.ts'
import { events } from '#db/schema/audit.ts'

/** The kind of job that takes one event to one subscriber. */
export const eventKind = 'event'

/** Runs a claimed job to its end, and settles it. Never throws for what the handler did. */
export async function runJob(ctx: Ctx, registry: Registry, holder: Holder, job: Job): Promise<void> {
  const own = as(ctx, system(job.kind))
  try {
    const handler = await handlerOf(registry, job)
    const result = await handler(own, {
      id: job.id,
      attempt: job.attempt,
      payload: job.payload,
      progress: (progress) => saveProgress(own, holder, job.id, progress),
      stopping: () => holder.stopping(),
    })
    if (result) await handBackJob(own, holder, job, result.again)
    else await finishJob(own, holder, job)
  } catch (error) {
    if (error instanceof JobLost) return
    log.warn({ job: job.id, kind: job.kind, attempt: job.attempt, error: errorText(error) }, 'a job failed')
    await failJob(own, holder, job, error)
  }
}

async function handlerOf(registry: Registry, job: Job): Promise<JobHandler> {
  if (job.kind === eventKind) return (ctx) => tellSubscriber(ctx, registry, job)
  const load = registry.jobHandlers[job.kind]
  if (!load) throw new Error(`no handler for jobs of this kind: ${job.kind}`)
  return load()
}

async function tellSubscriber(ctx: Ctx, registry: Registry, job: Job): Promise<void> {
  const { event: id, subscriber: name } = job.payload as { event: string; subscriber: string }
  const [event] = await ctx.store.db.select().from(events).where(eq(events.id, id))
  const subscriber = event && registry.eventSubscribers[event.type]?.find((one) => one.name === name)
  if (!subscriber) return // the event or the subscriber is gone: nobody left to tell
  const handle = await subscriber.load()
  await handle(as(ctx, system(name)), event as EventRow)
}
