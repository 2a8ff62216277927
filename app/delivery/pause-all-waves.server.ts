import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { waves } from '#db/schema/delivery.ts'

/** After a restore no wave goes on by itself: since the backup its mails may have been sent. */
export async function pauseAllWaves(ctx: TxCtx): Promise<void> {
  const paused = await ctx.tx
    .update(waves)
    .set({ state: 'paused' })
    .where(eq(waves.state, 'sending'))
    .returning({ id: waves.id, programId: waves.programId })
  for (const { id, programId } of paused)
    await recordEvent(ctx, { type: 'delivery.wave_paused', subject: { kind: 'wave', id }, data: { programId } })
}
