import { eq } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import { enqueue, type NewJob } from '#app/jobs/enqueue.server.ts'
import type { Holder, Registry } from '#app/jobs/job.ts'
import { jobs } from '#db/schema/jobs.ts'
import { next } from '#test/make.ts'
import type { World } from '#test/world.ts'

/** One who holds leases: two of them are two workers. */
export const holder = (name = `here/1/${next()}`, lease = 30_000): Holder => ({ name, lease, stopping: () => false })

export const registry = (over: Partial<Registry> = {}): Registry => ({
  jobHandlers: {},
  eventSubscribers: {},
  schedules: {},
  pumps: {},
  ...over,
})

export const makeJob = (w: World, over: Partial<NewJob> = {}) =>
  write(w.system(), (ctx) => enqueue(ctx, { kind: 'work', key: `work/${next()}`, ...over }))

export async function jobOf(w: World, id: string) {
  const [row] = await w.store.db.select().from(jobs).where(eq(jobs.id, id))
  return row!
}

/** Waits until it is so: for what a running worker does by itself. */
export async function until(so: () => Promise<boolean>, most = 10_000) {
  const end = Date.now() + most
  while (!(await so())) {
    if (Date.now() > end) throw new Error('it did not come about')
    await new Promise((done) => setTimeout(done, 10))
  }
}
