import { setImmediate as turn } from 'node:timers/promises'
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { invitationLifetime } from '#app/delivery/planning.ts'
import { queueInvitations } from '#app/delivery/queue-invitations.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { HOUR } from '#app/platform/day.ts'
import { invitations, waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

const batch = 200

/**
 * Job `delivery.release-deferred`: looks again at whoever was held back until now: they go out, wait on, or are skipped.
 * While a wave or its program is paused they wait. Bears being run twice at once.
 */
export const releaseDeferred: JobHandler = async (ctx, run) => {
  for (;;) {
    const due = await dueOf(ctx)
    if (!due.length) return
    await write(ctx, (ctx) => release(ctx, together(due)))
    if (run.stopping()) return { again: ctx.now() }
    await turn()
  }
}

const dueOf = (ctx: Ctx) =>
  ctx.store.db
    .select({
      id: invitations.id,
      contactId: invitations.contactId,
      programId: invitations.programId,
      waveId: invitations.waveId,
      programState: programs.state,
      waveState: waves.state,
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(waves, eq(waves.id, invitations.waveId))
    .where(and(eq(invitations.state, 'deferred'), lte(invitations.nextPossibleAt, ctx.now())))
    .orderBy(asc(invitations.nextPossibleAt), asc(invitations.id))
    .limit(batch)

type Due = Awaited<ReturnType<typeof dueOf>>[number]

/** Those of the first one's program and wave, each person once: what is written for one is seen by the next step. */
function together(due: Due[]): Due[] {
  const seen = new Set<string | null>()
  return due.filter((one) => {
    if (one.programId !== due[0]!.programId || one.waveId !== due[0]!.waveId || seen.has(one.contactId)) return false
    seen.add(one.contactId)
    return true
  })
}

async function release(ctx: TxCtx, due: Due[]): Promise<void> {
  const { programState, waveState } = due[0]!
  const now = ctx.now()
  const change = (ids: string[], set: Partial<typeof invitations.$inferInsert>) =>
    ctx.tx
      .update(invitations)
      .set(set)
      .where(and(inArray(invitations.id, ids), eq(invitations.state, 'deferred')))
      .returning({ id: invitations.id })
  const all = due.map((one) => one.id)
  if (waveState === 'cancelled' || programState === 'archived')
    return void (await change(all, { state: 'cancelled', reason: 'cancelled', nextPossibleAt: null }))
  if (waveState === 'paused' || programState === 'paused')
    return void (await change(all, { nextPossibleAt: now + HOUR }))
  const back = await change(all, { state: 'planned', expiresAt: now + invitationLifetime })
  await queueInvitations(
    ctx,
    back.map((row) => row.id),
  )
}
