import { and, eq, inArray, sql } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { closeForRecovery } from '#app/cases/close-case.server.ts'
import { peopleOf } from '#app/cases/recovery/people-of.server.ts'
import { endOf, standingOf } from '#app/cases/recovery/recovery.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

/**
 * Ends a resolved case as far as its people have answered: `verified`, or, once the time is `over`, `silent`. Whoever was
 * asked and said nothing by then is kept as silent. Run again, or by two at once, it ends it once.
 */
export async function settleRecovery(ctx: TxCtx, caseId: string, over = false): Promise<void> {
  // Touches the row, so that on PostgreSQL two last answers don't each wait for the other.
  const [found] = await ctx.tx
    .update(cases)
    .set({ lockVersion: sql`${cases.lockVersion}` })
    .where(and(eq(cases.id, caseId), eq(cases.state, 'resolved')))
    .returning({ accountId: cases.accountId })
  if (!found) return
  const people = (await peopleOf(ctx, caseId)).map((one) => ({
    ...one,
    standing: standingOf(one.recovery, one.invitation?.state ?? null),
  }))
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
