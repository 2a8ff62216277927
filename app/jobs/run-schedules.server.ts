import { and, eq, lte, notInArray } from 'drizzle-orm'
import { Cron } from 'croner'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { Schedule } from '#app/jobs/job.ts'
import { organisation } from '#db/schema/platform.ts'
import { schedules } from '#db/schema/jobs.ts'

/** The next instant of a cron pattern in a zone, after `from`. Milliseconds UTC. */
export function nextRun(cron: string, zone: string, from: number): number {
  const next = new Cron(cron, { timezone: zone, paused: true }).nextRun(new Date(from))
  if (!next) throw new Error(`the schedule ${cron} never comes`)
  return next.getTime()
}

/** Writes down when each schedule runs next: new ones, changed ones, and all of them after a change of zone. */
export async function planSchedules(ctx: Ctx, wanted: Record<string, Schedule>): Promise<void> {
  const [org] = await ctx.store.db.select({ zone: organisation.zone }).from(organisation)
  const zone = org?.zone ?? 'UTC'
  const known = new Map((await ctx.store.db.select().from(schedules)).map((row) => [row.name, row]))
  await write(ctx, async ({ tx, now }) => {
    for (const [name, { cron }] of Object.entries(wanted)) {
      const row = known.get(name)
      if (row?.cron === cron && row.zone === zone) continue
      const values = { cron, zone, nextRunAt: nextRun(cron, zone, now()) }
      await tx
        .insert(schedules)
        .values({ name, ...values })
        .onConflictDoUpdate({ target: schedules.name, set: values })
    }
    const names = Object.keys(wanted)
    if (known.size) await tx.delete(schedules).where(names.length ? notInArray(schedules.name, names) : undefined)
  })
}

/**
 * Enqueues what is due by the clock. Times that were slept through are made up for by one run.
 * @returns how many jobs were enqueued
 */
export async function runSchedules(ctx: Ctx, wanted: Record<string, Schedule>): Promise<number> {
  const due = await ctx.store.db.select().from(schedules).where(lte(schedules.nextRunAt, ctx.now()))
  if (!due.length) return 0
  return write(ctx, async (ctx) => {
    let made = 0
    for (const row of due) {
      const schedule = wanted[row.name]
      if (!schedule) continue
      const [mine] = await ctx.tx
        .update(schedules)
        .set({ nextRunAt: nextRun(row.cron, row.zone, ctx.now()) })
        .where(and(eq(schedules.name, row.name), eq(schedules.nextRunAt, row.nextRunAt)))
        .returning({ name: schedules.name })
      if (!mine) continue // another worker was first
      await enqueue(ctx, {
        kind: schedule.kind,
        key: `schedule/${row.name}/${row.nextRunAt}`,
        payload: schedule.payload,
      })
      made++
    }
    return made
  })
}
