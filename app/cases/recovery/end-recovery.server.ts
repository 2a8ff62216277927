import { z } from 'zod'
import { write } from '#app/audit/context.server.ts'
import { resolvedCase } from '#app/cases/recovery/ask-again.server.ts'
import { peopleOf } from '#app/cases/recovery/people-of.server.ts'
import { silentAfter, standingOf } from '#app/cases/recovery/recovery.ts'
import { settleRecovery } from '#app/cases/recovery/settle-recovery.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'

const payloadSchema = z.object({ caseId: z.string() })

/**
 * Job `cases.end-recovery`: a resolved case closes when the last of those who were asked has had 14 days to answer. While
 * somebody's mail has not left, or left later, it comes back.
 */
export const endRecovery: JobHandler = async (ctx, run) => {
  const { caseId } = payloadSchema.parse(run.payload)
  return write(ctx, async (ctx) => {
    const found = await resolvedCase(ctx, caseId)
    if (!found) return
    const waiting = (await peopleOf(ctx, found.id)).filter(
      (one) => standingOf(one.recovery, one.invitation?.state ?? null) === 'waits',
    )
    if (waiting.some((one) => one.invitation?.sentAt == null)) return { again: ctx.now() + DAY }
    const since = Math.max(found.resolvedAt, ...waiting.map((one) => one.invitation!.sentAt!))
    const over = since + silentAfter
    if (over > ctx.now()) return { again: over }
    await settleRecovery(ctx, found.id, true)
  })
}
