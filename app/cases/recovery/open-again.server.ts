import { and, desc, eq, ne } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { clockOf, type CaseRow } from '#app/cases/change-case.server.ts'
import { aboutCase } from '#app/cases/routing/about-case.server.ts'
import { routeCase } from '#app/cases/routing/route-case.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { dueAfterPause } from '#app/cases/sla/run.ts'
import { newId } from '#app/platform/ids.server.ts'
import { cases, clockPauses } from '#db/schema/cases.ts'

/**
 * A case that was closed is worked on again: nothing else opens one, and nothing but the customer's word. It goes to
 * whoever gets such a case today, with the working time that was left when it was taken for over.
 * @throws when nobody active could take it
 */
export async function openAgain(loop: TxCtx, found: CaseRow): Promise<void> {
  const { ownerId, ...why } = await routeCase(loop, await aboutCase(loop, found.id), found.id)
  const [row] = await loop.tx
    .update(cases)
    .set({
      state: 'working',
      ownerId,
      claimedAt: ownerId === found.ownerId ? found.claimedAt : null,
      pausedAt: null,
      snoozedUntil: null,
      resolvedAt: null,
      closedAt: null,
      closeKind: null,
      reopened: found.reopened + 1,
      lockVersion: found.lockVersion + 1,
    })
    .where(and(eq(cases.id, found.id), eq(cases.state, 'closed'), ne(cases.closeKind, 'joined')))
    .returning()
  if (!row) return
  const clock = { resolveDueAt: await resolveDueAgain(loop, found, ownerId), ...(await clockOf(loop, row)) }
  await loop.tx.update(cases).set(clock).where(eq(cases.id, found.id))
  await placeHold(loop, { subjectKey: found.subjectKey, reason: 'open_case', refId: found.id })
  await remark(loop, found.id)
  const about = { subject: { kind: 'case', id: found.id }, accountId: found.accountId } as const
  await recordEvent(loop, {
    ...about,
    type: 'cases.reopened',
    data: { from: 'closed', to: 'working', kind: found.closeKind },
  })
  if (ownerId !== found.ownerId)
    await recordEvent(loop, {
      ...about,
      type: 'cases.assigned',
      data: { ownerId, fromOwnerId: found.ownerId, ...why },
    })
}

/** The time while it was closed is a pause: it goes on the one in which the case was taken for resolved, if it was. */
async function resolveDueAgain(loop: TxCtx, found: CaseRow, ownerId: string): Promise<number | null> {
  const toAt = loop.now()
  const closedAt = found.closedAt ?? toAt
  const [resolved] = await loop.tx
    .select({ id: clockPauses.id, fromAt: clockPauses.fromAt })
    .from(clockPauses)
    .where(and(eq(clockPauses.caseId, found.id), eq(clockPauses.toAt, closedAt)))
    .orderBy(desc(clockPauses.fromAt), desc(clockPauses.id))
    .limit(1)
  const fromAt = resolved?.fromAt ?? closedAt
  if (resolved) await loop.tx.update(clockPauses).set({ toAt }).where(eq(clockPauses.id, resolved.id))
  else await loop.tx.insert(clockPauses).values({ id: newId('pau', toAt), caseId: found.id, fromAt, toAt })
  if (found.resolveDueAt === null) return null
  return dueAfterPause(found.resolveDueAt, { fromAt, toAt }, await getWorkingCalendar(loop, fromAt, ownerId))
}
