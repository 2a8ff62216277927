import { and, eq, inArray } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { closeForRecovery } from '#app/cases/close-case.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { peopleOf } from '#app/cases/recovery/people-of.server.ts'
import { endOf } from '#app/cases/recovery/recovery.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

/**
 * Ends a resolved case as far as its people have answered: `verified`, or, once the time is `over`, `silent`. Whoever was
 * asked and said nothing by then is kept as silent. Run again, or by two at once, it ends it once.
 */
export async function settleRecovery(ctx: TxCtx, caseId: string, over = false): Promise<void> {
  // Of two last answers at once the second sees the first.
  await lockCase(ctx.tx, caseId)
  const [found] = await ctx.tx
    .select({ accountId: cases.accountId })
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.state, 'resolved')))
  if (!found) return
  const people = await peopleOf(ctx, caseId)
  const end = endOf(people.map((one) => one.standing), over) // prettier-ignore
  if (end === null) return
  const loop = as(ctx, system('loop')) as TxCtx
  const silent = people.filter((one) => one.standing === 'waits' && one.recovery === 'none')
  if (silent.length)
    await ctx.tx
      .update(casePeople)
      .set({ recovery: 'silent' })
      .where(inArray(casePeople.id, silent.map((one) => one.id))) // prettier-ignore
  for (const { id, contactId } of silent)
    await recordEvent(loop, {
      type: 'cases.recovery_silent',
      subject: { kind: 'case', id: caseId },
      accountId: found.accountId,
      contactId,
      data: { casePersonId: id },
    })
  await closeForRecovery(loop, { caseId, kind: end })
}
