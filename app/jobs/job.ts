import type { Ctx } from '#app/audit/context.server.ts'
import type { events } from '#db/schema/audit.ts'
import type { Progress } from '#db/schema/jobs.ts'

/** A job while it runs. */
export interface JobRun {
  readonly id: string
  /** From 1. */
  readonly attempt: number
  readonly payload: Record<string, unknown>
  /** Saves how far it is and renews the lease. @throws when the job was cancelled or its lease lost: stop at once */
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
