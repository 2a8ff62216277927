import { and, eq, ne } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { CaseRow } from '#app/cases/change-case.server.ts'
import { getDelay } from '#app/cases/recovery/get-delay.server.ts'
import { peopleOf, type RecoveryPerson } from '#app/cases/recovery/people-of.server.ts'
import { closesAt, occasionOf } from '#app/cases/recovery/recovery.ts'
import { settleRecovery } from '#app/cases/recovery/settle-recovery.server.ts'
import { wantsNone } from '#app/cases/recovery/wants-none.server.ts'
import { planReAsks } from '#app/delivery/recovery/plan-re-asks.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { DAY } from '#app/platform/day.ts'
import { recoveryProgram } from '#app/surveys/recovery/recovery-program.server.ts'
import { casePeople } from '#db/schema/cases.ts'

/**
 * A case was resolved: everybody on it who was unhappy, and may be asked, is asked some days later whether it was put
 * right, each once for every time that it is resolved. Who has said so already is not asked again. In the transaction of
 * resolving; with nobody left to ask the customers' word stands, and the case closes at once.
 */
export async function planRecovery(ctx: TxCtx, found: CaseRow): Promise<void> {
  const { delayDays } = await getDelay(ctx)
  const fresh = { recovery: 'none', recoveryInvitationId: null } as const
  const onCase = eq(casePeople.caseId, found.id)
  await ctx.tx
    .update(casePeople)
    .set(fresh)
    .where(and(onCase, ne(casePeople.recovery, 'recovered')))
  const due = await planPeople(ctx, found, await peopleOf(ctx, found.id), ctx.now() + delayDays * DAY)
  const payload = { caseId: found.id }
  const key = `recovery/${found.id}/${found.reopened}`
  for (const at of new Set(due))
    await enqueue(ctx, { kind: 'cases.ask-again', key: `${key}/ask/${at}`, payload, runAt: at })
  const runAt = closesAt(ctx.now(), await peopleOf(ctx, found.id))
  await enqueue(ctx, { kind: 'cases.end-recovery', key: `${key}/end`, payload, runAt })
  await settleRecovery(ctx, found.id)
}

/**
 * Plans the question for those of these people of a resolved case who were unhappy and may be asked, from `from` on. The
 * caller sees to it that somebody comes then: who can't be asked today is looked at once more when they would have been.
 * @returns when they are due
 */
export async function planPeople(
  ctx: TxCtx,
  found: Pick<CaseRow, 'id' | 'reopened'>,
  people: Pick<RecoveryPerson, 'id' | 'contactId' | 'state' | 'recovery' | 'spared'>[],
  from: number,
): Promise<number[]> {
  const unwanted = await wantsNone(ctx, found.id)
  const asks = people.flatMap(({ id, contactId, spared, state, recovery }) =>
    contactId === null || spared !== null || recovery === 'recovered' || !(state === 'waiting' || state === 'replied')
      ? []
      : [{ id, contactId, occasion: occasionOf(id, found.reopened), unwanted: unwanted.has(id) }],
  )
  if (!asks.length) return []
  const planned = await planReAsks(ctx, asks, { versionId: (await recoveryProgram(ctx)).versionId, from })
  for (const { id, occasion } of asks)
    await ctx.tx
      .update(casePeople)
      .set({ recoveryInvitationId: planned.get(occasion)?.id ?? null })
      .where(eq(casePeople.id, id))
  return [...planned.values()]
    .filter((one) => one.state === 'planned' || one.state === 'skipped')
    .map((one) => one.dueAt)
}
