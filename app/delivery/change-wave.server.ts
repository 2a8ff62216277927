import { and, eq, inArray } from 'drizzle-orm'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { invitations, waves } from '#db/schema/delivery.ts'
import type { WaveState } from '#app/delivery/wave.ts'

/** Stops what is not sent yet, until it is resumed. Links that were sent go on working. @throws Conflict when it isn't sending */
export const pauseWave = (ctx: Ctx, id: string) => move(ctx, id, ['sending'], 'paused')

/** Goes on sending where the pause came. @throws Conflict when it isn't paused */
export const resumeWave = (ctx: Ctx, id: string) =>
  move(ctx, id, ['paused'], 'sending', (ctx) =>
    enqueue(ctx, { kind: 'delivery.enqueue-wave', key: `wave/${id}/enqueue/${ctx.now()}`, payload: { waveId: id } }),
  )

/**
 * Ends a wave for good: what is not sent is cancelled, those too who were held back when it was done; what was sent
 * stands and can be answered. @throws Conflict when nothing is left of it
 */
export const cancelWave = async (ctx: Ctx, id: string) =>
  move(ctx, id, [...openStates, ...((await anyHeldBack(ctx, id)) ? (['done'] as const) : [])], 'cancelled', (ctx) =>
    enqueue(ctx, { kind: 'delivery.cancel-wave', key: `wave/${id}/cancel`, payload: { waveId: id } }),
  )

const openStates: WaveState[] = ['scheduled', 'planning', 'ready', 'sending', 'paused']

async function anyHeldBack(ctx: Ctx, id: string): Promise<boolean> {
  const [one] = await read(ctx)
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.waveId, id), eq(invitations.state, 'deferred')))
    .limit(1)
  return one !== undefined
}

async function move(
  ctx: Ctx,
  id: string,
  from: WaveState[],
  to: WaveState,
  then?: (ctx: TxCtx) => Promise<unknown>,
): Promise<void> {
  authorise(ctx, 'programs.launch')
  await write(ctx, async (ctx) => {
    const [wave] = await ctx.tx
      .update(waves)
      .set({ state: to, ...(to === 'cancelled' && { endedAt: ctx.now() }) })
      .where(and(eq(waves.id, id), inArray(waves.state, from)))
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
