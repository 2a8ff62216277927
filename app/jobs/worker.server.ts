import type { Ctx } from '#app/audit/context.server.ts'
import { claimJobs } from '#app/jobs/claim-jobs.server.ts'
import { dispatchEvents } from '#app/jobs/dispatch-events.server.ts'
import { errorText } from '#app/jobs/error-text.ts'
import { freeDeadLeases } from '#app/jobs/free-dead-leases.server.ts'
import { newHolder } from '#app/jobs/holder.server.ts'
import type { Holder, Job, Pump, Registry } from '#app/jobs/job.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import { planSchedules, runSchedules } from '#app/jobs/run-schedules.server.ts'
import { handBackJob, renewLeases } from '#app/jobs/settle-job.server.ts'
import { onWake } from '#app/jobs/wake.ts'
import { log } from '#app/platform/log.server.ts'

export interface WorkerOptions {
  /** How long a claim lasts without a heartbeat, in milliseconds. */
  lease?: number
  /** Jobs that run at the same time. */
  slots?: number
  /** How often to look when nothing wakes it, in milliseconds. */
  poll?: number
  /** How long `stop` waits for what is under way before it hands it back, in milliseconds. */
  grace?: number
}

export interface Worker {
  /** In-flight work finishes or is handed back. */
  stop(): Promise<void>
  /** Looks for work now. */
  wake(): void
}

const breath = 20 // between two turns, so that a storm of wakes costs little
/** Times the length of the last turn: turns take long when many people are served, who then come first. */
const politeness = 2
const dispatchEvery = 100
const schedulesEvery = 5_000
const planEvery = 600_000

/** Starts the standing work of a process: jobs, events, schedules and pumps (the outbox). */
export function startWorker(ctx: Ctx, registry: Registry, options: WorkerOptions = {}): Worker {
  const { lease = 30_000, slots = 8, poll = 1_000, grace = 10_000 } = options
  const { name, leave } = newHolder()
  let stopping = false
  const holder: Holder = { name, lease, stopping: () => stopping }
  const running = new Map<string, { job: Job; ends: Promise<void> }>()
  const pumps: Pump[] = []
  const rest = makeRest()
  const wake = rest.end
  const deafen = onWake(wake)
  const heartbeat = setInterval(() => void renewLeases(ctx, holder, [...running.keys()]).catch(complain), lease / 3)
  const dispatch = every(dispatchEvery, async () => (await dispatchEvents(ctx, registry.eventSubscribers)) > 0)
  let woken = true // and the events not looked at since
  const plan = every(planEvery, () => planSchedules(ctx, registry.schedules).then(() => true))
  const schedule = every(schedulesEvery, async () => (await runSchedules(ctx, registry.schedules)) > 0)

  function start(job: Job) {
    const ends = runJob(ctx, registry, holder, job)
      .catch(complain)
      .finally(() => {
        running.delete(job.id)
        wake()
      })
    running.set(job.id, { job, ends })
  }

  async function turn(): Promise<boolean> {
    await plan()
    let more = (await schedule()) ?? false
    const dispatched = await dispatch()
    if (dispatched ?? woken) more = true
    if (dispatched !== undefined) woken = false
    const claimed = await claimJobs(ctx, holder, slots - running.size)
    claimed.forEach(start)
    if (claimed.length && running.size < slots) more = true
    for (const pump of pumps) if (await pump.turn()) more = true
    return more
  }

  async function live() {
    await patiently(async () => {
      await freeDeadLeases(ctx)
      if (!pumps.length) for (const load of Object.values(registry.pumps)) pumps.push((await load())(ctx, holder))
    })
    while (!stopping) {
      let more = false
      const started = performance.now()
      await patiently(async () => {
        more = await turn()
      })
      const pause = Math.min(breath + politeness * (performance.now() - started), poll)
      if (!stopping && (await rest.wait(pause, more ? pause : poll))) woken = true
    }
  }

  /** A database that is away for a while must not end the worker. */
  async function patiently(work: () => Promise<void>) {
    for (;;) {
      try {
        return await work()
      } catch (error) {
        complain(error)
        if (stopping) return
        await rest.wait(1_000, 1_000)
      }
    }
  }

  const life = live()

  return {
    wake,
    async stop() {
      stopping = true
      wake()
      deafen()
      await life
      const ends = Promise.all([...[...running.values()].map((run) => run.ends), ...pumps.map((pump) => pump.settle())])
      await within(grace, ends)
      for (const { job } of running.values()) await handBackJob(ctx, holder, job, ctx.now()).catch(complain)
      clearInterval(heartbeat)
      leave()
    },
  }
}

const complain = (error: unknown) => log.error({ error: errorText(error) }, 'the worker met an error')

/** The work, at most once in a while; undefined when it isn't time yet. */
function every(ms: number, work: () => Promise<boolean>): () => Promise<boolean | undefined> {
  let last = -Infinity
  return async () => {
    if (performance.now() - last < ms) return undefined
    last = performance.now()
    return work()
  }
}

/** A sleep that can be ended, though not before `least` milliseconds. */
function makeRest() {
  let asked = false
  let end = () => {}
  return {
    end: () => {
      asked = true
      end()
    },
    /** @returns whether it was asked to end */
    async wait(least: number, most: number): Promise<boolean> {
      await sleep(least)
      if (!asked && most > least) {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, most - least)
          end = () => {
            clearTimeout(timer)
            done()
          }
        })
        end = () => {}
      }
      const ended = asked
      asked = false
      return ended
    },
  }
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

async function within(ms: number, work: Promise<unknown>) {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise((done) => (timer = setTimeout(done, ms)))])
  clearTimeout(timer)
}
