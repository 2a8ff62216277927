import { defaultRules } from '#app/delivery/default-rules.ts'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { releaseDeferred } from '#app/delivery/release-deferred.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { ContactRules, Pace } from '#db/enums/delivery.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import type { Message } from '#app/email/template.ts'
import { mailStreams } from '#app/mails.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { JobHandler, JobRun } from '#app/jobs/job.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import type { CreateProgram } from '#app/surveys/program.ts'
import { asc, eq } from 'drizzle-orm'
import { invitations, waves } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { holder } from '#test/jobs/make.ts'
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

/** What the outbox does with every mail that is due: asks the guard, and says of those that may go that they went. */
export async function sendDue(w: World): Promise<Message[]> {
  const all: Message[] = []
  for (;;) {
    const claimed = await claimMessages(w.system(), holder(), mailStreams, 200)
    if (!claimed.length) return all
    await w.store.write(async (tx) => {
      for (const message of claimed) {
        const sent = { state: 'sent' as const, sentAt: w.now(), leaseBy: null, leaseUntil: null }
        await tx.update(messages).set(sent).where(eq(messages.id, message.id))
        await mailStreams[message.stream]?.settled?.({ ...w.system(), tx }, { ...message, ...sent }, 'sent')
      }
    })
    all.push(...claimed)
  }
}

/** The rules that Koe begins with, but for this. */
export const rulesWith = (over: Partial<Pace> = {}, rest: Partial<ContactRules> = {}): ContactRules => ({
  ...defaultRules,
  ...rest,
  all: { ...defaultRules.all, ...over },
})

/** A wave that was planned, and of which everything that is due is in the outbox. */
export async function launched(w: World, programId: string, over: { anyHour?: boolean } = {}) {
  const { waveId } = await launchProgram(w.ctx(), { programId, launchKey: newId('key'), ...over })
  await runJob(w.system(), planWave, { waveId })
  await runJob(w.system(), enqueueWave, { waveId })
  return waveId
}
export const statesOf = async (w: World, waveId: string) =>
  Object.fromEntries((await invitationsOf(w, waveId)).map((row) => [row.contactId, [row.state, row.reason]]))
export const release = (w: World) => runJob(w.system(), releaseDeferred, {})
