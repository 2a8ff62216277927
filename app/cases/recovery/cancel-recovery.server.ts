import type { TxCtx } from '#app/audit/context.server.ts'
import { peopleOf } from '#app/cases/recovery/people-of.server.ts'
import { cancelReAsks } from '#app/delivery/recovery/cancel-re-asks.server.ts'

/** A case is worked on again, or over: what was to be asked and has not gone is not asked. */
export async function cancelRecovery(ctx: TxCtx, caseId: string): Promise<void> {
  const people = await peopleOf(ctx, caseId)
  await cancelReAsks(ctx, people.flatMap((one) => one.invitationId ?? [])) // prettier-ignore
}
