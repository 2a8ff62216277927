import { z } from 'zod'
import { write } from '#app/audit/context.server.ts'
import { peopleOf } from '#app/cases/recovery/people-of.server.ts'
import { closesAt } from '#app/cases/recovery/recovery.ts'
import { resolvedCase } from '#app/cases/recovery/resolved-case.server.ts'
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
    const people = await peopleOf(ctx, found.id)
    if (people.some((one) => one.standing === 'waits' && one.invitation?.sentAt == null))
      return { again: ctx.now() + DAY }
    const over = closesAt(found.resolvedAt ?? 0, people)
    if (over > ctx.now()) return { again: over }
    await settleRecovery(ctx, found.id, true)
  })
}
