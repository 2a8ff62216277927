import type { Ctx } from '#app/audit/context.server.ts'
import type { events } from '#db/schema/audit.ts'
import type { Progress, jobs } from '#db/schema/jobs.ts'

export type Job = typeof jobs.$inferSelect

/** A job while it runs. */
export interface JobRun {
  readonly id: string
  /** From 1. */
  readonly attempt: number
  readonly payload: Record<string, unknown>
  /** Saves how far it is and renews the lease. @throws JobLost when the job was cancelled or its lease lost: stop at once */
  progress(progress: Progress): Promise<void>
  /** Whether the process is stopping: finish the batch and hand the job back with `{ again: now }`. */
  stopping(): boolean
}

/** Does the work of one kind. May be run again after a crash, so every step must bear being done twice. */
export type JobHandler = (ctx: Ctx, run: JobRun) => Promise<void | { again: number }>

export type EventRow = typeof events.$inferSelect

export interface EventSubscriber {
  readonly name: string
  readonly load: () => Promise<(ctx: Ctx, event: EventRow) => Promise<void>>
}

/** Work that comes back by the clock. */
export interface Schedule {
  /** Five fields, in the organisation's zone: `*\/5 * * * *`. */
  readonly cron: string
  /** The job handler that does it; each run has the key `schedule/<name>/<instant>`. */
  readonly kind: string
  readonly payload?: Record<string, unknown>
}

/** What a part of the worker is told: who it is, how long a lease lasts, and whether to stop. */
export interface Holder {
  /** `host/pid/random`, written into every lease. */
  readonly name: string
  /** Milliseconds. */
  readonly lease: number
  stopping(): boolean
}

/** Other standing work of a worker, say the outbox: looked after in turns, like the jobs. */
export interface Pump {
  /** Does what is due and starts what takes longer. @returns whether there may be more at once */
  turn(): Promise<boolean>
  /** Resolves when what was started has ended. */
  settle(): Promise<void>
}
export type MakePump = (ctx: Ctx, holder: Holder) => Pump

/** What a worker knows to do: `app/subscriptions.server.ts` is the product's. */
export interface Registry {
  readonly jobHandlers: Record<string, () => Promise<JobHandler>>
  readonly eventSubscribers: Record<string, EventSubscriber[]>
  readonly schedules: Record<string, Schedule>
  readonly pumps: Record<string, () => Promise<MakePump>>
}

/** The job is no longer ours: it was cancelled, or another worker has taken it over. */
export class JobLost extends Error {
  override name = 'JobLost'
}
