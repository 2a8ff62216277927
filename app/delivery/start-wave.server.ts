import { and, eq } from 'drizzle-orm'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { MINUTE } from '#app/platform/day.ts'
import { Conflict } from '#app/platform/errors.ts'
import { waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** Job `delivery.start-wave`: a scheduled wave begins. While its program is paused it waits; the wave of an archived one ends. */
export const startWave: JobHandler = async (ctx, run) => {
  const id = String(run.payload.waveId)
  return write(ctx, async (ctx) => {
    const [found] = await ctx.tx
      .select({ state: waves.state, programState: programs.state })
      .from(waves)
      .innerJoin(programs, eq(programs.id, waves.programId))
      .where(eq(waves.id, id))
    if (found?.state !== 'scheduled') return
    if (found.programState === 'paused') return { again: ctx.now() + 15 * MINUTE }
    if (found.programState === 'archived') return end(ctx, id)
    await begin(ctx, id)
  })
}

/** Starts a scheduled wave now instead. @throws Conflict when it isn't scheduled any more */
export async function startWaveNow(ctx: Ctx, id: string): Promise<void> {
  authorise(ctx, 'programs.launch')
  await write(ctx, async (ctx) => {
    if (!(await begin(ctx, id))) throw new Conflict('wave_cannot_move')
  })
}

/** From here on nobody is left out or added: the row is this transaction's, and who chooses looks at its state. */
async function begin(ctx: TxCtx, id: string): Promise<boolean> {
  const [wave] = await ctx.tx
    .update(waves)
    .set({ state: 'planning' })
    .where(and(eq(waves.id, id), eq(waves.state, 'scheduled')))
    .returning({ programId: waves.programId })
  if (!wave) return false
  await enqueue(ctx, { kind: 'delivery.plan-wave', key: `wave/${id}/plan`, payload: { waveId: id } })
  await recordEvent(ctx, { type: 'delivery.wave_started', subject: { kind: 'wave', id }, data: wave })
  return true
}

async function end(ctx: TxCtx, id: string): Promise<void> {
  const [wave] = await ctx.tx
    .update(waves)
    .set({ state: 'cancelled', endedAt: ctx.now() })
    .where(and(eq(waves.id, id), eq(waves.state, 'scheduled')))
    .returning({ programId: waves.programId })
  if (wave) await recordEvent(ctx, { type: 'delivery.wave_cancelled', subject: { kind: 'wave', id }, data: wave })
}
