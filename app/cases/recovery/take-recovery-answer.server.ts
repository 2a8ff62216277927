import { and, eq } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { CaseRow } from '#app/cases/change-case.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { openAgain } from '#app/cases/recovery/open-again.server.ts'
import { placeOf } from '#app/cases/recovery/place-of.server.ts'
import { verdictOf } from '#app/cases/recovery/recovery.ts'
import { settleRecovery } from '#app/cases/recovery/settle-recovery.server.ts'
import { reopenCase } from '#app/cases/reopen-case.server.ts'
import { aboutCase } from '#app/cases/routing/about-case.server.ts'
import { wakeUp } from '#app/cases/snoozing/wake-up.server.ts'
import { workOnCase } from '#app/cases/wait-for-customer.server.ts'
import type { Class } from '#db/enums/statistics.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

interface Given {
  invitationId: string
  responseId: string
  /** Null: taken back. */
  to: { score: number; class: Class } | null
  at: number
  /** The colleague who must not see it. */
  keptFrom: string | null
}

const events = { recovered: 'cases.recovered', not: 'cases.not_recovered', none: 'cases.recovery_withdrawn' } as const

/**
 * What a customer answered when they were asked whether it was put right: the one thing that says so. Put right: a
 * resolved case closes once all who were asked say it. Not put right: the case is worked on again, the same one, also when
 * it was closed meanwhile. A changed answer counts as the last word; a case that is being worked on stays so. For the
 * loop, in the transaction of the answer; run again it changes nothing.
 */
export async function takeRecoveryAnswer(ctx: TxCtx, given: Given): Promise<void> {
  const place = await placeOf(ctx, given.invitationId)
  if (!place) return // gone with who was erased, or answered anew since
  await lockCase(ctx.tx, place.caseId)
  const [found] = await ctx.tx.select().from(cases).where(eq(cases.id, place.caseId))
  const [person] = await ctx.tx.select().from(casePeople).where(eq(casePeople.id, place.id))
  if (!found || !person) return
  const verdict = given.to ? verdictOf(given.to.class) : 'none'
  if (verdict === person.recovery) return
  await ctx.tx.update(casePeople).set({ recovery: verdict }).where(eq(casePeople.id, person.id))
  const loop = as(ctx, system('loop')) as TxCtx
  await recordEvent(ctx, {
    type: events[verdict],
    subject: { kind: 'case', id: found.id },
    accountId: found.accountId,
    contactId: person.contactId,
    data: {
      casePersonId: person.id,
      responseId: given.responseId,
      ...(given.to && { score: given.to.score }),
      state: found.state,
    },
  })
  if (verdict === 'not') await takeUpAgain(loop, found, { ...given, to: given.to!, contactId: person.contactId })
  if (verdict === 'recovered' && found.state === 'resolved') await settleRecovery(loop, found.id)
  if (verdict === 'recovered' && (found.closeKind === 'silent' || found.closeKind === 'by_hand'))
    await verifyLate(loop, found.id)
}

async function takeUpAgain(
  loop: TxCtx,
  found: CaseRow,
  given: Given & { to: { score: number; class: Class }; contactId: string | null },
): Promise<void> {
  if (found.state === 'resolved') return void (await reopenCase(loop, { caseId: found.id }))
  if (found.state !== 'closed') {
    if (found.state === 'waiting') await workOnCase(loop, { caseId: found.id })
    return wakeUp(loop, found.id, 'answer')
  }
  const [other] = await loop.tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.subjectKey, found.subjectKey), isOpen))
  if (!other) return openAgain(loop, found)
  // The customer has another open case by now: there it is seen.
  const { account } = await aboutCase(loop, found.id)
  await openOrJoinCase(loop, {
    response: { id: given.responseId, ...given.to, answeredAt: given.at },
    severity: found.severity,
    account: found.accountId === null ? null : { id: found.accountId, ownerId: account?.ownerId ?? null },
    contactId: given.contactId,
    keptFrom: given.keptFrom,
  })
}

/** Nobody had answered in time, or a colleague didn't wait for it; now somebody says that it is put right: so it ended. */
async function verifyLate(loop: TxCtx, caseId: string): Promise<void> {
  const [not] = await loop.tx
    .select({ id: casePeople.id })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, caseId), eq(casePeople.recovery, 'not')))
    .limit(1)
  if (!not) await loop.tx.update(cases).set({ closeKind: 'verified' }).where(eq(cases.id, caseId))
}
