import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { noticeOf, usualNotice } from '#app/delivery/schedule.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

export const launchProgramSchema = z.object({
  programId: z.string().max(60),
  /** Made with the page that asks, so that a second press of the same button is the same launch. */
  launchKey: z.string().min(8).max(100),
  /** Milliseconds UTC; now when left out. Until then owners of accounts may leave people out and add others. */
  startsAt: z.number().int().optional(),
  noticeDays: z.number().int().min(0).max(30).default(usualNotice),
  /** Sent at once, even outside the hours in which mail is sent. */
  anyHour: z.boolean().default(false),
})

/**
 * Starts a wave: planning now, or at a later time; sending once planning has looked at everybody. The same key again gives the same wave.
 * A draft goes live with its first wave.
 * @throws Conflict when the program is paused or archived, or has a wave that is not over
 */
export async function launchProgram(
  ctx: Ctx,
  input: z.input<typeof launchProgramSchema>,
): Promise<{ waveId: string; created: boolean }> {
  const { programId, launchKey, startsAt, noticeDays, anyHour } = launchProgramSchema.parse(input)
  authorise(ctx, 'programs.launch')
  return write(ctx, async (ctx) => {
    const [program] = await ctx.tx
      .select()
      .from(programs)
      .where(and(askedPrograms, eq(programs.id, programId)))
    if (!program?.currentVersionId) throw new NotFound()
    const [same] = await ctx.tx
      .select({ id: waves.id, programId: waves.programId })
      .from(waves)
      .where(eq(waves.launchKey, launchKey))
    if (same) return again(same, programId)
    if (program.state === 'paused') throw new Conflict('program_paused')
    if (program.state === 'archived') throw new Conflict('program_archived')
    const at = ctx.now()
    const id = newId('wav', at)
    const [wave] = await ctx.tx
      .insert(waves)
      .values({
        id,
        programId,
        versionId: program.currentVersionId,
        launchKey,
        state: startsAt === undefined ? 'planning' : 'scheduled',
        startsAt: startsAt ?? null,
        anyHour,
        noticeAt: startsAt === undefined ? null : noticeOf(startsAt, noticeDays, at),
        launchedBy: ctx.actor.id ?? ctx.actor.kind,
        createdAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: waves.id })
    if (!wave) {
      const [other] = await ctx.tx
        .select({ id: waves.id, programId: waves.programId })
        .from(waves)
        .where(eq(waves.launchKey, launchKey))
      if (other) return again(other, programId)
      throw new Conflict('wave_open')
    }
    if (program.state === 'draft') await changeProgramState(ctx, { id: programId, to: 'live' })
    const payload = { waveId: id }
    if (startsAt === undefined) await enqueue(ctx, { kind: 'delivery.plan-wave', key: `wave/${id}/plan`, payload })
    else {
      await enqueue(ctx, { kind: 'delivery.start-wave', key: `wave/${id}/start`, payload, runAt: startsAt })
      const runAt = noticeOf(startsAt, noticeDays, at)
      await enqueue(ctx, { kind: 'delivery.tell-wave-owners', key: `wave/${id}/notice`, payload, runAt })
    }
    await recordEvent(ctx, {
      type: startsAt === undefined ? 'delivery.wave_launched' : 'delivery.wave_scheduled',
      subject: { kind: 'wave', id },
      data: { programId, versionId: program.currentVersionId },
    })
    return { waveId: id, created: true }
  })
}

function again(wave: { id: string; programId: string }, programId: string) {
  if (wave.programId !== programId) throw new Conflict('wave_open')
  return { waveId: wave.id, created: false }
}
