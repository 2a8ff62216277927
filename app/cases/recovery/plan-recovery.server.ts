import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { CaseRow } from '#app/cases/change-case.server.ts'
import { getDelay } from '#app/cases/recovery/get-delay.server.ts'
import { peopleOf } from '#app/cases/recovery/people-of.server.ts'
import { occasionOf, silentAfter } from '#app/cases/recovery/recovery.ts'
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
  const from = ctx.now() + delayDays * DAY
  const people = (await peopleOf(ctx, found.id)).filter(
    (one) => (one.state === 'waiting' || one.state === 'replied') && one.recovery !== 'recovered',
  )
  const unwanted = await wantsNone(ctx, found.id)
  const asks = people.flatMap(({ id, contactId, spared }) =>
    contactId === null || spared !== null
      ? []
      : [{ id, contactId, occasion: occasionOf(id, found.reopened), unwanted: unwanted.has(id) }],
  )
  const planned = asks.length
    ? await planReAsks(ctx, asks, { versionId: (await recoveryProgram(ctx)).versionId, from })
    : new Map<string, string>()
  for (const { id } of people) {
    const ask = asks.find((one) => one.id === id)
    const recoveryInvitationId = (ask && planned.get(ask.occasion)) ?? null
    await ctx.tx.update(casePeople).set({ recovery: 'none', recoveryInvitationId }).where(eq(casePeople.id, id))
  }
  const invited = (await peopleOf(ctx, found.id)).flatMap(({ invitation }) => invitation ?? [])
  // Who can't be asked today is looked at once more when they would have been.
  const due = invited.filter((one) => one.state === 'planned' || one.state === 'skipped').map((one) => one.dueAt)
  const payload = { caseId: found.id }
  const key = `recovery/${found.id}/${found.reopened}`
  for (const at of new Set(due))
    await enqueue(ctx, { kind: 'cases.ask-again', key: `${key}/ask/${at}`, payload, runAt: at })
  const last = Math.max(from, ...due)
  await enqueue(ctx, { kind: 'cases.end-recovery', key: `${key}/end`, payload, runAt: last + silentAfter })
  await settleRecovery(ctx, found.id)
}
