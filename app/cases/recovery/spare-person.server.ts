import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { spareInput } from '#app/cases/recovery/recovery.ts'
import { settleRecovery } from '#app/cases/recovery/settle-recovery.server.ts'
import { bringBackReAsk, cancelReAsks } from '#app/delivery/recovery/cancel-re-asks.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

/**
 * A colleague doesn't want somebody on the case to be asked whether it was put right, now or after another resolving; or,
 * without a reason, lets them be asked after all. It says nothing of how it ended.
 * @throws Conflict `recovery_asked` when they have the question already
 */
export async function sparePerson(ctx: Ctx, input: z.input<typeof spareInput>): Promise<void> {
  const { caseId, casePersonId, reason } = spareInput.parse(input)
  await write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    if (found.state === 'closed') throw new Conflict('case_state')
    await ctx.tx.update(cases).set({ lockVersion: sql`${cases.lockVersion}` }).where(eq(cases.id, caseId)) // prettier-ignore
    const [person] = await ctx.tx
      .select()
      .from(casePeople)
      .where(and(eq(casePeople.id, casePersonId), eq(casePeople.caseId, caseId)))
    if (!person) throw new NotFound()
    const spared = reason === '' ? null : reason
    if (person.spared === spared) return
    await ctx.tx.update(casePeople).set({ spared }).where(eq(casePeople.id, person.id))
    if (person.recoveryInvitationId !== null && found.state === 'resolved') {
      const id = person.recoveryInvitationId
      if (spared !== null && person.spared === null && !(await cancelReAsks(ctx, [id], 'vetoed')).length)
        throw new Conflict('recovery_asked')
      const dueAt = spared === null ? await bringBackReAsk(ctx, id) : null
      if (dueAt !== null)
        await enqueue(ctx, {
          kind: 'cases.ask-again',
          key: `recovery/${caseId}/${found.reopened}/back/${id}/${ctx.now()}`,
          payload: { caseId },
          runAt: dueAt,
        })
    }
    await recordEvent(ctx, {
      type: spared === null ? 'cases.recovery_unspared' : 'cases.recovery_spared',
      subject: { kind: 'case', id: caseId },
      accountId: found.accountId,
      contactId: person.contactId,
      data: { casePersonId: person.id, ...(spared !== null && { reason: spared }) },
    })
    await settleRecovery(ctx, caseId)
  })
}
