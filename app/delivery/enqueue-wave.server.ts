import { setImmediate as turn } from 'node:timers/promises'
import { and, asc, count, eq, inArray, lte } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { nextDue, stillPlanned } from '#app/delivery/next-due.server.ts'
import { queueInvitations } from '#app/delivery/queue-invitations.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { MINUTE } from '#app/platform/day.ts'
import { invitations, waves, type WaveCounts } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { programs } from '#db/schema/surveys.ts'

/** Invitations put into the outbox in one write. */
export const sendStep = 200
/** Of one wave, at most so many mails wait in the outbox: others' mail is not kept waiting, and a pause takes effect soon. */
const mostWaiting = 2000

/**
 * Job `delivery.enqueue-wave`: puts the planned invitations of a wave into the outbox, step by step, and ends the wave
 * when none is planned or on its way. Runs again after a pause by a new job; two at once do no harm.
 */
export const enqueueWave: JobHandler = async (ctx, run) => {
  const waveId = String(run.payload.waveId)
  for (;;) {
    const [found] = await ctx.store.db
      .select({ state: waves.state, counts: waves.counts, programState: programs.state })
      .from(waves)
      .innerJoin(programs, eq(programs.id, waves.programId))
      .where(eq(waves.id, waveId))
    if (found?.state !== 'sending') return
    if (found.programState !== 'live') return { again: ctx.now() + MINUTE }

    const waiting = await countIn(ctx, waveId, 'queued')
    if (waiting >= mostWaiting) return { again: ctx.now() + 2000 }
    const queued = await write(ctx, (ctx) => sendNext(ctx, waveId))
    const planned = await countIn(ctx, waveId, 'planned')
    await run.progress(progressOf(found.counts, planned + waiting + (queued ?? 0)))
    if (queued === null) {
      // The rest are asked when their hours begin.
      if (planned > 0) return { again: Math.max((await nextDue(ctx, waveId)) ?? 0, ctx.now() + 1000) }
      if (waiting > 0 && (await anyOnItsWay(ctx, waveId))) return { again: ctx.now() + 3000 }
      return endWave(ctx, waveId)
    }
    if (run.stopping()) return { again: ctx.now() }
    await turn()
  }
}

function progressOf(counts: WaveCounts | null, left: number) {
  const total = Math.max(counts?.invited ?? 0, left)
  return { done: total - left, total, stage: 'sending' }
}

async function countIn(ctx: Ctx, waveId: string, state: 'planned' | 'queued'): Promise<number> {
  const [row] = await ctx.store.db
    .select({ n: count() })
    .from(invitations)
    .where(and(eq(invitations.waveId, waveId), eq(invitations.state, state)))
  return row?.n ?? 0
}

/** The next step into the outbox, if the wave is still sending: how many went; null when nobody's hour has come. */
async function sendNext(ctx: TxCtx, waveId: string): Promise<number | null> {
  const [wave] = await ctx.tx.select({ state: waves.state }).from(waves).where(eq(waves.id, waveId))
  if (wave?.state !== 'sending') return 0
  const next = await ctx.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.waveId, waveId), stillPlanned, lte(invitations.dueAt, ctx.now())))
    .orderBy(asc(invitations.dueAt), asc(invitations.accountId), asc(invitations.id))
    .limit(sendStep)
  if (!next.length) return null
  return queueInvitations(
    ctx,
    next.map((row) => row.id),
  )
}

/** Whether a mail of this wave may still leave. One whose sending is uncertain waits for a person, and the wave doesn't wait for that. */
async function anyOnItsWay(ctx: Ctx, waveId: string): Promise<boolean> {
  const [row] = await ctx.store.db
    .select({ id: messages.id })
    .from(invitations)
    .innerJoin(
      messages,
      and(
        eq(messages.refKind, 'invitation'),
        eq(messages.refId, invitations.id),
        inArray(messages.state, ['queued', 'sending']),
      ),
    )
    .where(and(eq(invitations.waveId, waveId), eq(invitations.state, 'queued')))
    .limit(1)
  return row !== undefined
}

async function endWave(ctx: Ctx, waveId: string): Promise<void> {
  await write(ctx, async (ctx) => {
    const [done] = await ctx.tx
      .update(waves)
      .set({ state: 'done', endedAt: ctx.now() })
      .where(and(eq(waves.id, waveId), eq(waves.state, 'sending')))
      .returning({ programId: waves.programId })
    if (done)
      await recordEvent(ctx, {
        type: 'delivery.wave_done',
        subject: { kind: 'wave', id: waveId },
        data: { programId: done.programId },
      })
  })
}
