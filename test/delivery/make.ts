import type { Ctx } from '#app/audit/context.server.ts'
import type { JobHandler, JobRun } from '#app/jobs/job.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import type { CreateProgram } from '#app/surveys/program.ts'
import { asc, eq } from 'drizzle-orm'
import { invitations, waves } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import type { World } from '#test/world.ts'

/** A program that is live. */
export async function liveProgram(w: World, over: Partial<CreateProgram> = {}) {
  const program = await createProgram(w.ctx(), {
    name: 'Relationship NPS',
    metric: 'nps',
    kind: 'relationship',
    ...over,
  })
  await changeProgramState(w.ctx(), { id: program.id, to: 'live' })
  return program
}

export class Killed extends Error {}

/** Runs a job's handler without a worker; `killAfter` throws in the n-th report of progress, as a kill between two steps would. */
export async function runJob(
  ctx: Ctx,
  handler: JobHandler,
  payload: Record<string, unknown>,
  { killAfter = Infinity, stopAfter = Infinity } = {},
) {
  let steps = 0
  const run: JobRun = {
    id: 'job_test',
    attempt: 1,
    payload,
    async progress() {
      if (++steps >= killAfter) throw new Killed()
    },
    stopping: () => steps >= stopAfter,
  }
  return handler(ctx, run)
}

export const waveOf = async (w: World, id: string) =>
  (await w.store.db.select().from(waves).where(eq(waves.id, id)))[0]!
export const invitationsOf = (w: World, waveId: string) =>
  w.store.db.select().from(invitations).where(eq(invitations.waveId, waveId)).orderBy(asc(invitations.contactId))
export const mailsAbout = (w: World, invitationId: string) =>
  w.store.db.select().from(messages).where(eq(messages.refId, invitationId)).orderBy(asc(messages.key))
