import { and, eq, inArray, ne } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { addEntry } from '#app/cases/change-case.server.ts'
import { replyDue } from '#app/cases/due.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { rankCase } from '#app/cases/rank-case.server.ts'
import { rankedFrom } from '#app/cases/rank.ts'
import { findTarget } from '#app/cases/sla/find-target.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { turnClock } from '#app/cases/sla/turn-clock.server.ts'
import { wakeUp } from '#app/cases/snoozing/wake-up.server.ts'
import { cases } from '#db/schema/cases.ts'

/** The case that a mail belongs to: the one that it answers while that is open, else the open one of its customer. */
export async function findCaseForMail(
  ctx: Ctx,
  { caseId, accountId, contactId }: { caseId: string | null; accountId: string | null; contactId: string | null },
): Promise<string | null> {
  const keys = [accountId && `acc:${accountId}`, contactId && `con:${contactId}`].filter((key) => key !== null)
  if (!caseId && keys.length === 0) return null
  const rows = await read(ctx)
    .select({ id: cases.id, subjectKey: cases.subjectKey })
    .from(cases)
    .where(and(ne(cases.state, 'closed'), caseId ? eq(cases.id, caseId) : inArray(cases.subjectKey, keys)))
  if (caseId && rows.length === 0) return findCaseForMail(ctx, { caseId: null, accountId, contactId })
  return (rows.find((row) => row.subjectKey === keys[0]) ?? rows[0])?.id ?? null
}

/**
 * What a customer wrote goes into the timeline of their case, and a case that waited for them is worked on again.
 * @returns false when the case was closed meanwhile
 */
export async function takeInMail(ctx: TxCtx, { caseId, text }: { caseId: string; text: string }): Promise<boolean> {
  await lockCase(ctx.tx, caseId)
  const [before] = await ctx.tx.select().from(cases).where(eq(cases.id, caseId))
  if (!before || before.state === 'closed') return false
  const state = before.state === 'waiting' ? 'working' : before.state
  const { accountId, severity, policyVersion: version, ownerId } = before
  const target = await findTarget(ctx, { accountId, severity, version })
  const due = replyDue(ctx.now(), target, await getWorkingCalendar(ctx, ctx.now(), ownerId))
  await ctx.tx
    .update(cases)
    // They wrote and wait for us, so the case comes up in the queue as if they had just answered.
    .set({
      lockVersion: before.lockVersion + 1,
      state,
      ...(await turnClock(ctx, before, state)),
      ...(await rankCase(ctx, { ...before, dueAt: Math.min(rankedFrom(before), due) })),
    })
    .where(eq(cases.id, caseId))
  await remark(ctx, caseId)
  await wakeUp(ctx, caseId, 'mail')
  const entryId = await addEntry(ctx, caseId, 'mail_in', text)
  await recordEvent(ctx, {
    type: 'cases.mail_in',
    subject: { kind: 'case', id: caseId },
    accountId: before.accountId,
    contactId: ctx.actor.kind === 'contact' ? ctx.actor.id : null,
    data: { entryId, ...(before.state === state ? {} : { from: before.state, to: state }) },
  })
  return true
}
