import { and, eq, exists, inArray, or, type SQL } from 'drizzle-orm'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { mayCancel, type WaveState } from '#app/delivery/wave.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { waveStates } from '#db/enums/delivery.ts'
import { invitations, waves } from '#db/schema/delivery.ts'

/** Stops what is not sent yet, until it is resumed. Links that were sent go on working. @throws Conflict when it isn't sending */
export const pauseWave = (ctx: Ctx, id: string) => move(ctx, id, eq(waves.state, 'sending'), 'paused')

/** Goes on sending where the pause came. @throws Conflict when it isn't paused */
export const resumeWave = (ctx: Ctx, id: string) =>
  move(ctx, id, eq(waves.state, 'paused'), 'sending', (ctx) =>
    enqueue(ctx, { kind: 'delivery.enqueue-wave', key: `wave/${id}/enqueue/${ctx.now()}`, payload: { waveId: id } }),
  )

/**
 * Ends a wave for good: what is not sent is cancelled, those too who were held back when it was done; what was sent
 * stands and can be answered. @throws Conflict when nothing is left of it
 */
export const cancelWave = (ctx: Ctx, id: string) =>
  move(ctx, id, cancellable(ctx, id), 'cancelled', (ctx) =>
    enqueue(ctx, { kind: 'delivery.cancel-wave', key: `wave/${id}/cancel`, payload: { waveId: id } }),
  )

function cancellable(ctx: Ctx, id: string): SQL | undefined {
  const from = (heldBack: boolean) => inArray(waves.state, waveStates.filter((state) => mayCancel(state, heldBack))) // prettier-ignore
  const heldBack = read(ctx)
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.waveId, id), eq(invitations.state, 'deferred')))
  return or(from(false), and(from(true), exists(heldBack)))
}

async function move(
  ctx: Ctx,
  id: string,
  from: SQL | undefined,
  to: WaveState,
  then?: (ctx: TxCtx) => Promise<unknown>,
): Promise<void> {
  authorise(ctx, 'programs.launch')
  await write(ctx, async (ctx) => {
    const [wave] = await ctx.tx
      .update(waves)
      .set({ state: to, ...(to === 'cancelled' && { endedAt: ctx.now() }) })
      .where(and(eq(waves.id, id), from))
      .returning({ programId: waves.programId })
    if (!wave) {
      const [known] = await ctx.tx.select({ id: waves.id }).from(waves).where(eq(waves.id, id))
      throw known ? new Conflict('wave_cannot_move') : new NotFound()
    }
    await then?.(ctx)
    const type = {
      paused: 'delivery.wave_paused',
      sending: 'delivery.wave_resumed',
      cancelled: 'delivery.wave_cancelled',
    }[to as 'paused']
    await recordEvent(ctx, { type, subject: { kind: 'wave', id }, data: { programId: wave.programId } })
  })
}
