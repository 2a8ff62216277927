import { count, eq, isNull } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dispatchEvents } from '#app/jobs/dispatch-events.server.ts'
import { planSchedules, runSchedules } from '#app/jobs/run-schedules.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { events } from '#db/schema/audit.ts'
import { jobs, schedules } from '#db/schema/jobs.ts'
import { world, type World } from '#test/world.ts'
import { makeJob, jobOf, registry, until } from '#test/jobs/make.ts'

const record = (w: World, type: string, n = 1) =>
  write(w.system(), async (ctx) => {
    for (let i = 0; i < n; i++) await recordEvent(ctx, { type, subject: { kind: 'thing', id: `${type}/${i}` } })
  })
const open = async (w: World) =>
  (await w.store.db.select({ n: count() }).from(events).where(isNull(events.dispatchedAt)))[0]!.n
const listeners = { 'cases.opened': ['mail', 'notify'].map((name) => ({ name, load: async () => async () => {} })) }

it('each subscriber of an event gets one job, and others cost none', async () => {
  const w = await world()
  await record(w, 'cases.opened', 3)
  await record(w, 'nobody.listens', 50)
  await dispatchEvents(w.system(), listeners)
  expect(await open(w)).toBe(0)
  const made = await w.store.db.select().from(jobs)
  expect(made).toHaveLength(6)
  expect(made.map((job) => job.key.split('/').at(-1)).sort()).toEqual([
    'mail',
    'mail',
    'mail',
    'notify',
    'notify',
    'notify',
  ])
  expect(await dispatchEvents(w.system(), listeners)).toBe(0)
})

it('dispatches at most 200 at a time', async () => {
  const w = await world()
  await record(w, 'cases.opened', 250)
  expect(await dispatchEvents(w.system(), listeners)).toBe(200)
  expect(await dispatchEvents(w.system(), listeners)).toBe(50)
})

it('two workers tell every subscriber of every event exactly once', async () => {
  const w = await world()
  const told = new Map<string, number>()
  const both = registry({
    eventSubscribers: {
      'cases.opened': ['mail', 'notify'].map((name) => ({
        name,
        load: async () => async (_ctx, event) => {
          const key = `${event.id}/${name}`
          told.set(key, (told.get(key) ?? 0) + 1)
        },
      })),
    },
  })
  const workers = [startWorker(w.system(), both, { poll: 20 }), startWorker(w.system(), both, { poll: 20 })]
  for (let i = 0; i < 10; i++) await record(w, 'cases.opened', 10)
  await until(async () => (await open(w)) === 0 && (await undone(w)) === 0)
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(told.size).toBe(200)
  expect([...told.values()].every((times) => times === 1)).toBe(true)
})
const undone = async (w: World) => (await w.store.db.select().from(jobs)).filter((job) => job.state !== 'done').length

it('a worker hands back what does not end in time', async () => {
  const w = await world()
  const id = await makeJob(w)
  let started = false
  const endless = registry({
    jobHandlers: {
      work: async () => () => {
        started = true
        return new Promise<void>(() => {})
      },
    },
  })
  const worker = startWorker(w.system(), endless, { poll: 10, grace: 50 })
  await until(async () => started)
  await worker.stop()
  expect(await jobOf(w, id)).toMatchObject({ state: 'ready', attempt: 0, leaseBy: null })
})

it('a schedule enqueues one job for each time, whoever looks, and one for all the times slept through', async () => {
  const w = await world({ at: Date.parse('2026-03-02T01:00:00Z') }) // 10:00 in Tokyo
  const wanted = { nightly: { cron: '20 3 * * *', kind: 'prune' } }
  await planSchedules(w.system(), wanted)
  const [row] = await w.store.db.select().from(schedules)
  expect(new Date(row!.nextRunAt).toISOString()).toBe('2026-03-02T18:20:00.000Z') // 03:20 in Tokyo
  expect(await runSchedules(w.system(), wanted)).toBe(0)
  w.clock.advance(5 * 86_400_000)
  const made = await Promise.all(Array.from({ length: 5 }, () => runSchedules(w.system(), wanted)))
  expect(made.reduce((sum, n) => sum + n)).toBe(1)
  const [job] = await w.store.db.select().from(jobs).where(eq(jobs.kind, 'prune'))
  expect(job!.key).toBe(`schedule/nightly/${row!.nextRunAt}`)
})
