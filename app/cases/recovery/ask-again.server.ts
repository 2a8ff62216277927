import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { write, type TxCtx } from '#app/audit/context.server.ts'
import { peopleOf } from '#app/cases/recovery/people-of.server.ts'
import { settleRecovery } from '#app/cases/recovery/settle-recovery.server.ts'
import { wantsNone } from '#app/cases/recovery/wants-none.server.ts'
import { skipUnwanted } from '#app/delivery/recovery/cancel-re-asks.server.ts'
import { sendReAsks } from '#app/delivery/recovery/send-re-asks.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { cases } from '#db/schema/cases.ts'

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

/** The case, or the one that goes on in its place, locked; null when it is not resolved. */
export async function resolvedCase(ctx: TxCtx, caseId: string): Promise<{ id: string; resolvedAt: number } | null> {
  const [first] = await ctx.tx.select({ into: cases.joinedInto }).from(cases).where(eq(cases.id, caseId))
  if (!first) return null
  const [found] = await ctx.tx
    .update(cases)
    .set({ lockVersion: sql`${cases.lockVersion}` })
    .where(and(eq(cases.id, first.into ?? caseId), eq(cases.state, 'resolved')))
    .returning({ id: cases.id, resolvedAt: cases.resolvedAt })
  return found ? { id: found.id, resolvedAt: found.resolvedAt ?? 0 } : null
}
