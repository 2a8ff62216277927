import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx, TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { CaseRow } from '#app/cases/change-case.server.ts'
import { getDelay } from '#app/cases/recovery/get-delay.server.ts'
import { planPeople } from '#app/cases/recovery/plan-recovery.server.ts'
import { spareInput } from '#app/cases/recovery/recovery.ts'
import { settleRecovery } from '#app/cases/recovery/settle-recovery.server.ts'
import { workOnOpenCase } from '#app/cases/work-on-open-case.server.ts'
import { bringBackReAsk, cancelReAsks } from '#app/delivery/recovery/cancel-re-asks.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { DAY } from '#app/platform/day.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { casePeople } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'

/**
 * A colleague doesn't want somebody on the case to be asked whether it was put right, now or after another resolving; or,
 * without a reason, lets them be asked after all. It says nothing of how it ended.
 * @throws Conflict `recovery_asked` when they have the question already
 */
export async function sparePerson(ctx: Ctx, input: z.input<typeof spareInput>): Promise<void> {
  const { caseId, casePersonId, reason } = spareInput.parse(input)
  await workOnOpenCase(ctx, caseId, async (ctx, found) => {
    const [person] = await ctx.tx
      .select()
      .from(casePeople)
      .where(and(eq(casePeople.id, casePersonId), eq(casePeople.caseId, caseId)))
    if (!person) throw new NotFound()
    const spared = reason === '' ? null : reason
    if (person.spared === spared) return
    await ctx.tx.update(casePeople).set({ spared }).where(eq(casePeople.id, person.id))
    if (found.state === 'resolved') {
      if (spared === null) await askAfterAll(ctx, found, { ...person, spared })
      else if (person.spared === null) await takeBack(ctx, person.recoveryInvitationId)
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

/** @throws Conflict `recovery_asked`; who could not be asked anyhow has no question */
async function takeBack(ctx: TxCtx, id: string | null): Promise<void> {
  if (id === null || (await cancelReAsks(ctx, [id], 'vetoed')).length) return
  const [asked] = await ctx.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.id, id), inArray(invitations.state, ['queued', 'sent'])))
  if (asked) throw new Conflict('recovery_asked')
}

/** As planned before they were spared; or, when they were so already at resolving, as if it had been planned then. */
async function askAfterAll(ctx: TxCtx, found: CaseRow, person: typeof casePeople.$inferSelect): Promise<void> {
  const id = person.recoveryInvitationId
  const { delayDays } = await getDelay(ctx)
  const from = Math.max(ctx.now(), (found.resolvedAt ?? 0) + delayDays * DAY)
  const back = id === null ? null : await bringBackReAsk(ctx, id)
  const due = id === null ? await planPeople(ctx, found, [person], from) : back === null ? [] : [back]
  for (const runAt of due)
    await enqueue(ctx, {
      kind: 'cases.ask-again',
      key: `recovery/${found.id}/${found.reopened}/back/${person.id}/${ctx.now()}`,
      payload: { caseId: found.id },
      runAt,
    })
}
