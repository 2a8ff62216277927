import { z } from 'zod'
import { write } from '#app/audit/context.server.ts'
import { peopleOf } from '#app/cases/recovery/people-of.server.ts'
import { resolvedCase } from '#app/cases/recovery/resolved-case.server.ts'
import { settleRecovery } from '#app/cases/recovery/settle-recovery.server.ts'
import { wantsNone } from '#app/cases/recovery/wants-none.server.ts'
import { skipUnwanted } from '#app/delivery/recovery/cancel-re-asks.server.ts'
import { sendReAsks } from '#app/delivery/recovery/send-re-asks.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'

const payloadSchema = z.object({ caseId: z.string() })

/**
 * Job `cases.ask-again`: the days after resolving are over, and who is due is asked. A case that was opened again or closed
 * in the meantime asks nobody; one that joined another is asked about there. Run twice, everybody is asked once.
 */
export const askAgain: JobHandler = async (ctx, run) => {
  const { caseId } = payloadSchema.parse(run.payload)
  await write(ctx, async (ctx) => {
    const found = await resolvedCase(ctx, caseId)
    if (!found) return
    const people = await peopleOf(ctx, found.id)
    const asked = people.filter((one) => one.recovery === 'none' && one.spared === null && one.contactId !== null)
    const unwanted = await wantsNone(ctx, found.id)
    const idsOf = (list: typeof asked) => list.flatMap((one) => one.invitationId ?? [])
    await skipUnwanted(ctx, idsOf(asked.filter((one) => unwanted.has(one.id))))
    await sendReAsks(ctx, idsOf(asked.filter((one) => !unwanted.has(one.id))))
    await settleRecovery(ctx, found.id)
  })
}
