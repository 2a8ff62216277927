import { and, eq } from 'drizzle-orm'
import { liftHold } from '#app/accounts/lift-hold.server.ts'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { clockOf, type CaseRow } from '#app/cases/change-case.server.ts'
import { joinKept } from '#app/cases/joining/join-kept.server.ts'
import { joinPeople } from '#app/cases/joining/join-people.server.ts'
import { joinedCase, joinedState } from '#app/cases/joining/joined.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { cancelRecovery } from '#app/cases/recovery/cancel-recovery.server.ts'
import { routeAway } from '#app/cases/routing/route-away.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { turnClock } from '#app/cases/sla/turn-clock.server.ts'
import { wakeUp } from '#app/cases/snoozing/wake-up.server.ts'
import { moveTags } from '#app/cases/tags/move-tags.server.ts'
import { caseEntries, casePeople, cases, slaMarks } from '#db/schema/cases.ts'

/**
 * Two open cases become one, since their customers are one: people, answers and notes of the one go to the other, and it
 * is closed as `joined`, which is neither recovered nor anybody's work. The owner of the case that goes on is told.
 */
export async function joinCases(ctx: TxCtx, keeps: CaseRow, joins: CaseRow, accountId: string | null): Promise<void> {
  const { tx } = ctx
  for (const person of await tx.select().from(casePeople).where(eq(casePeople.caseId, joins.id))) {
    const [same] = person.contactId
      ? await tx
          .select()
          .from(casePeople)
          .where(and(eq(casePeople.caseId, keeps.id), eq(casePeople.contactId, person.contactId)))
      : []
    if (same) await joinPeople(ctx, same, person)
    else await tx.update(casePeople).set({ caseId: keeps.id }).where(eq(casePeople.id, person.id))
  }
  await tx.update(caseEntries).set({ caseId: keeps.id }).where(eq(caseEntries.caseId, joins.id))
  await joinKept(ctx, { from: joins.id, into: keeps.id })
  await tx.update(slaMarks).set({ caseId: keeps.id }).where(eq(slaMarks.caseId, joins.id))
  await moveTags(ctx, joins.id, keeps.id)
  await wakeUp(ctx, keeps.id, 'answer')
  const at = ctx.now()
  const state = joinedState(keeps.state, joins.state)
  const clock = await turnClock(ctx, keeps, state)
  const turned = { ...joins, ...(await turnClock(ctx, joins, state)) }
  await tx.update(cases).set({ joinedInto: keeps.id }).where(eq(cases.joinedInto, joins.id))
  await tx
    .update(cases)
    .set({
      state: 'closed',
      closeKind: 'joined',
      closedAt: at,
      snoozedUntil: null,
      joinedInto: keeps.id,
      ...(await turnClock(ctx, turned, 'closed')),
      nextMarkAt: null,
      waiting: 0,
      lateAt: null,
      lockVersion: joins.lockVersion + 1,
    })
    .where(eq(cases.id, joins.id))
  const columns = joinedCase({ ...keeps, ...clock }, turned)
  await tx
    .update(cases)
    .set({
      ...clock,
      ...columns,
      ...(await clockOf(ctx, { ...keeps, ...columns, accountId })),
      lockVersion: keeps.lockVersion + 1,
    })
    .where(eq(cases.id, keeps.id))
  if (columns.state !== 'resolved') await cancelRecovery(ctx, keeps.id)
  await liftHold(ctx, { subjectKey: joins.subjectKey, reason: 'open_case', refId: joins.id })
  await placeHold(ctx, { subjectKey: keeps.subjectKey, reason: 'open_case', refId: keeps.id })
  if (await isKeptFrom(ctx, keeps.id, keeps.ownerId)) await routeAway(ctx, { caseId: keeps.id, userId: keeps.ownerId })
  await remark(ctx, keeps.id)
  await recordEvent(ctx, {
    type: 'cases.joined_into',
    subject: { kind: 'case', id: joins.id },
    accountId,
    data: { from: joins.state, to: 'closed', kind: 'joined', into: keeps.id },
  })
  await recordEvent(ctx, {
    type: 'cases.merged',
    subject: { kind: 'case', id: keeps.id },
    accountId,
    data: {
      from: joins.id,
      severity: columns.severity,
      reopened: keeps.state === 'resolved' && columns.state !== 'resolved',
    },
  })
}
