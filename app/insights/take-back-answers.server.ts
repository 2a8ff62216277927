import type { TxCtx } from '#app/audit/context.server.ts'
import { oneAtATime } from '#app/insights/add-to-scores.server.ts'
import { insertScoreDelta } from '#app/insights/insert-score-delta.server.ts'
import { forgetRepeats, refreshRepeatsOf } from '#app/insights/refresh-repeats.server.ts'
import type { responses } from '#db/schema/responses.ts'

/**
 * Answers that were just deleted count no more: each score is noted as taken back, and whoever gave them has the latest
 * of the others as their latest again. In the transaction that deletes them.
 */
export async function takeBackAnswers(ctx: TxCtx, gone: (typeof responses.$inferSelect)[]): Promise<void> {
  if (!gone.length) return
  await oneAtATime(ctx.tx)
  for (const { id: responseId, counts, ...one } of gone)
    if (counts) await insertScoreDelta(ctx, { ...one, responseId, snapshot: one, sign: -1 })
  await forgetRepeats(ctx, gone.map(({ id }) => id)) // prettier-ignore
  await refreshRepeatsOf(ctx, [...new Set(gone.flatMap(({ contactId }) => contactId ?? []))])
}
