import type { Ctx } from '#app/audit/context.server.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import type { Outbox } from '#app/email/outbox.ts'
import { prepareMessages } from '#app/email/prepare-messages.server.ts'
import { pruneBodies } from '#app/email/prune-bodies.server.ts'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { foldSends } from '#app/insights/fold-sends.server.ts'
import { claimJobs } from '#app/jobs/claim-jobs.server.ts'
import { dispatchEvents } from '#app/jobs/dispatch-events.server.ts'
import { newHolder } from '#app/jobs/holder.server.ts'
import type { JobRun, Registry } from '#app/jobs/job.ts'
import { pruneJobs } from '#app/jobs/prune-jobs.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'

/** What a worker of this product knows; it stands above the rooms, so whoever loads the demo hands it in. */
export interface Trade {
  registry: Registry
  mail: Pick<Outbox, 'mailStreams' | 'mailTemplates'>
  from: string
}

const moment = 5_000
/** Mails of one write: nobody else waits for this database. */
const atOnce = 500
/** How a job is run by the demo's clock: nobody waits for it. */
export const alone: JobRun = {
  id: 'demo',
  attempt: 1,
  payload: {},
  progress: () => Promise.resolve(),
  stopping: () => false,
}

export type Worker = ReturnType<typeof makeWorker>

/** A worker by the demo's clock. It has no transport at all: every mail ends in the mailbox of this machine. */
export function makeWorker(stage: Stage, { registry, mail, from }: Trade) {
  const { ctx, clock } = stage
  const { name, leave } = newHolder()
  const holder = { name, lease: 3_600_000, stopping: () => false }
  const outbox: Outbox = { ...mail, transport: null, allow: [], from, backoff: () => moment, holder }

  async function turn(): Promise<boolean> {
    const jobs = await claimJobs(ctx, holder, 8)
    for (const job of jobs) await runJob(ctx, registry, holder, job)
    const messages = await claimMessages(ctx, holder, mail.mailStreams, atOnce)
    if (messages.length) await prepareMessages(ctx, outbox, messages)
    return jobs.length + messages.length > 0
  }

  return {
    /** Does the jobs and the mail that are due now, and what they ask for within the next seconds. */
    async work() {
      for (let idle = 0; idle < 2; clock.to(clock.now() + moment)) idle = (await turn()) ? 0 : idle + 1
    },
    /** What the clock's jobs do at night: old mail loses its words. */
    tidy: () => pruneBodies(ctx, alone),
    /** Ends the past: scores are folded, nobody is told of what is long over, finished jobs are forgotten. */
    async settle(now: Ctx) {
      while ((await foldScores(now)) + (await foldSends(now)) > 0);
      while ((await dispatchEvents(now, {})) > 0);
      await pruneBodies(ctx, alone)
      await pruneJobs(ctx, alone)
      leave()
    },
  }
}
