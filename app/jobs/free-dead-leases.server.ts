import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import { isDeadHere } from '#app/jobs/holder.server.ts'
import { jobs } from '#db/schema/jobs.ts'

/**
 * Gives back at once what a killed process of this host was doing, rather than when its leases run out.
 * @returns how many jobs
 */
export async function freeDeadLeases(ctx: Ctx): Promise<number> {
  const holders = await read(ctx)
    .selectDistinct({ name: jobs.leaseBy })
    .from(jobs)
    .where(and(eq(jobs.state, 'running'), isNotNull(jobs.leaseBy)))
  const dead = holders.map((row) => row.name!).filter(isDeadHere)
  if (!dead.length) return 0
  const freed = await write(ctx, async ({ now, tx }) =>
    tx
      .update(jobs)
      .set({ leaseUntil: now() - 1 })
      .where(and(eq(jobs.state, 'running'), inArray(jobs.leaseBy, dead)))
      .returning({ id: jobs.id }),
  )
  return freed.length
}
