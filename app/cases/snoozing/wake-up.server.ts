import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { system } from '#app/audit/actor.ts'
import { as, write, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { cases } from '#db/schema/cases.ts'

/** What brings a case back that was put off. */
export type WakeReason = 'time' | 'answer' | 'mail' | 'late'

/** Brings an open case back into the queue, once; nothing when it is there. The caller holds the case's row. */
export async function wakeUp(ctx: TxCtx, caseId: string, why: WakeReason, until?: number): Promise<void> {
  const [woken] = await ctx.tx
    .update(cases)
    .set({ snoozedUntil: null })
    .where(
      and(
        eq(cases.id, caseId),
        ne(cases.state, 'closed'),
        until === undefined ? isNotNull(cases.snoozedUntil) : eq(cases.snoozedUntil, until),
      ),
    )
    .returning({ accountId: cases.accountId })
  if (!woken) return
  await recordEvent(as(ctx, system('cases')) as TxCtx, {
    type: 'cases.woke',
    subject: { kind: 'case', id: caseId },
    accountId: woken.accountId,
    data: { why },
  })
}

const payload = z.object({ caseId: z.string(), until: z.number() })

/** Job `cases.wake`: the time until which a case was put off has come. One that was put off anew has a job of its own. */
export const wakeInTime: JobHandler = async (ctx, run) => {
  const { caseId, until } = payload.parse(run.payload)
  await write(ctx, (ctx) => wakeUp(ctx, caseId, 'time', until))
}
