import type { Ctx } from '#app/audit/context.server.ts'
import { reassignCases } from '#app/cases/reassign-cases.server.ts'
import type { EventRow } from '#app/jobs/job.ts'

/** Subscriber of `access.user_deactivated`: no customer waits for somebody who has left. */
export async function reassignOnLeaving(ctx: Ctx, event: EventRow): Promise<void> {
  await reassignCases(ctx, { userId: event.subjectId })
}
