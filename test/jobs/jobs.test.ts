import { count, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { cancelJob } from '#app/jobs/cancel-job.server.ts'
import { claimJobs } from '#app/jobs/claim-jobs.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { freeDeadLeases } from '#app/jobs/free-dead-leases.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import { failJob, finishJob, handBackJob, renewLeases, saveProgress } from '#app/jobs/settle-job.server.ts'
import { retryJob } from '#app/jobs/retry-job.server.ts'
import { hostname } from 'node:os'
import { JobLost } from '#app/jobs/job.ts'
import { events } from '#db/schema/audit.ts'
import { jobs } from '#db/schema/jobs.ts'
import { world } from '#test/world.ts'
import { holder, jobOf, makeJob, registry } from '#test/jobs/make.ts'

it('the same key twice is one job', async () => {
  const w = await world()
  const ids = await Promise.all(Array.from({ length: 10 }, () => makeJob(w, { key: 'import/1/apply' })))
  expect(new Set(ids).size).toBe(1)
})

it('a job of a change that is rolled back does not exist', async () => {
  const w = await world()
  const failing = write(w.system(), async (ctx) => {
    await enqueue(ctx, { kind: 'work', key: 'never' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await w.store.db.select({ n: count() }).from(jobs))[0]!.n).toBe(0)
})

it('many workers claiming at once never take the same job', async () => {
  const w = await world()
  for (let i = 0; i < 20; i++) await makeJob(w)
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimJobs(w.system(), holder(), 5)))
  const ids = claims.flat().map((job) => job.id)
  expect(new Set(ids).size).toBe(ids.length)
  const rest = await claimJobs(w.system(), holder(), 20)
  expect(ids.length + rest.length).toBe(20)
})

it('a job waits for its time', async () => {
  const w = await world()
  await makeJob(w, { runAt: w.now() + 1000 })
  expect(await claimJobs(w.system(), holder(), 5)).toHaveLength(0)
  w.clock.advance(1000)
  expect(await claimJobs(w.system(), holder(), 5)).toHaveLength(1)
})

it('a lease that ran out goes to another, and the old holder can acknowledge nothing', async () => {
  const w = await world()
  const id = await makeJob(w)
  const [old, fresh] = [holder(), holder()]
  const [first] = await claimJobs(w.system(), old, 1)
  expect(await claimJobs(w.system(), fresh, 1)).toHaveLength(0)
  w.clock.advance(30_001)
  const [second] = await claimJobs(w.system(), fresh, 1)
  expect(second!.attempt).toBe(2)

  expect(await finishJob(w.system(), old, first!)).toBe(false)
  expect(await failJob(w.system(), old, first!, new Error('late'))).toBe(false)
  expect(await handBackJob(w.system(), old, first!, 0)).toBe(false)
  await expect(saveProgress(w.system(), old, id, { done: 1, total: 2 })).rejects.toBeInstanceOf(JobLost)
  expect(await jobOf(w, id)).toMatchObject({ state: 'running', leaseBy: fresh.name, lastError: null, progress: null })

  expect(await finishJob(w.system(), fresh, second!)).toBe(true)
  expect(await jobOf(w, id)).toMatchObject({ state: 'done', leaseBy: null })
})

it('a heartbeat keeps a long job from being taken over', async () => {
  const w = await world()
  const id = await makeJob(w)
  const mine = holder()
  await claimJobs(w.system(), mine, 1)
  w.clock.advance(20_000)
  expect(await renewLeases(w.system(), mine, [id])).toEqual([id])
  w.clock.advance(20_000)
  expect(await claimJobs(w.system(), holder(), 1)).toHaveLength(0)
})

it('a job that fails comes back later each time, and is given up after its last try with one event', async () => {
  const w = await world()
  const id = await makeJob(w, { maxAttempts: 3 })
  const broken = registry({
    jobHandlers: {
      work: async () => async () => {
        throw new Error('mail to taro@example.jp failed for "Taro"')
      },
    },
  })
  const pauses: number[] = []
  for (let i = 0; i < 3; i++) {
    const mine = holder()
    const [job] = await claimJobs(w.system(), mine, 1)
    await runJob(w.system(), broken, mine, job!)
    const row = await jobOf(w, id)
    if (row.state === 'ready') pauses.push(row.runAt - w.now())
    w.clock.advance(3_600_000)
  }
  expect(pauses).toHaveLength(2)
  expect(pauses[0]).toBeGreaterThanOrEqual(5_000)
  expect(pauses[1]).toBeGreaterThan(10_000)
  const dead = await jobOf(w, id)
  expect(dead).toMatchObject({ state: 'dead', attempt: 3, leaseBy: null })
  expect(dead.lastError).not.toMatch(/taro/i)
  const said = await w.store.db.select().from(events).where(eq(events.type, 'jobs.died'))
  expect(said.map((event) => event.subjectId)).toEqual([id])
})

it('a job that kills its process every time is given up too', async () => {
  const w = await world()
  const id = await makeJob(w, { maxAttempts: 2 })
  for (let i = 0; i < 2; i++) {
    expect(await claimJobs(w.system(), holder(), 1)).toHaveLength(1)
    w.clock.advance(30_001)
  }
  expect(await claimJobs(w.system(), holder(), 1)).toHaveLength(0)
  expect(await jobOf(w, id)).toMatchObject({ state: 'dead', lastError: 'its process ended' })
})

it('a job that hands itself back runs again without counting as a failure', async () => {
  const w = await world()
  const id = await makeJob(w, { maxAttempts: 1 })
  let left = 3
  const patient = registry({
    jobHandlers: { work: async () => async (ctx) => (--left ? { again: ctx.now() } : undefined) },
  })
  for (let i = 0; i < 3; i++) {
    const mine = holder()
    const [job] = await claimJobs(w.system(), mine, 1)
    await runJob(w.system(), patient, mine, job!)
  }
  expect(await jobOf(w, id)).toMatchObject({ state: 'done', attempt: 1 })
})

it('a job of an unknown kind fails where people can see it', async () => {
  const w = await world()
  const id = await makeJob(w, { kind: 'from_the_future', maxAttempts: 1 })
  const mine = holder()
  const [job] = await claimJobs(w.system(), mine, 1)
  await runJob(w.system(), registry(), mine, job!)
  expect(await jobOf(w, id)).toMatchObject({ state: 'dead', lastError: expect.stringContaining('no handler') })
})

it('a cancelled job learns it at its next step, and stays cancelled', async () => {
  const w = await world()
  const id = await makeJob(w)
  let steps = 0
  const long = registry({
    jobHandlers: {
      work: async () => async (_ctx, run) => {
        await run.progress({ done: ++steps, total: 3 })
        await cancelJob(w.ctx(), { id })
        await run.progress({ done: ++steps, total: 3 })
        steps = 99
      },
    },
  })
  const mine = holder()
  const [job] = await claimJobs(w.system(), mine, 1)
  await runJob(w.system(), long, mine, job!)
  expect(steps).toBe(2)
  expect(await jobOf(w, id)).toMatchObject({ state: 'cancelled', progress: { done: 1, total: 3 } })
})

it('a dead letter can be tried again by an admin, which is written down', async () => {
  const w = await world()
  const id = await makeJob(w, { maxAttempts: 1 })
  const mine = holder()
  const [job] = await claimJobs(w.system(), mine, 1)
  await failJob(w.system(), mine, job!, new Error('no'))
  await retryJob(w.ctx(), { id })
  expect(await jobOf(w, id)).toMatchObject({ state: 'ready', attempt: 0, lastError: null })
  const said = await w.store.db.select().from(events).where(eq(events.type, 'jobs.retried'))
  expect(said).toHaveLength(1)
  await expect(retryJob(w.ctx(), { id })).rejects.toMatchObject({ code: 'job_not_ended' })
  const csm = await w.user({ roles: ['csm'] })
  await expect(retryJob(w.ctx(csm.actor), { id })).rejects.toMatchObject({ status: 403 })
})

it('leases of dead processes of this host are freed at once, of living and foreign ones not', async () => {
  const w = await world()
  const gone = `${hostname().replaceAll('/', '-')}/999999999/w`
  for (const name of [gone, `${hostname().replaceAll('/', '-')}/${process.ppid}/w`, 'elsewhere/999999999/w']) {
    await makeJob(w)
    await claimJobs(w.system(), holder(name), 1)
  }
  expect(await freeDeadLeases(w.system())).toBe(1)
  expect(await claimJobs(w.system(), holder(), 5)).toHaveLength(1)
})
