import { and, count, desc, lt, sql, type SQL } from 'drizzle-orm'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { jobTabs, type JobTab } from '#app/jobs/job-tab.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { jobs } from '#db/schema/jobs.ts'

const page = 50
const most = 1_000

/** Failed: it has been tried, and will be again. */
const conditions: Record<JobTab, SQL> = {
  waiting: sql`${jobs.state} = 'ready' and ${jobs.attempt} = 0`,
  running: sql`${jobs.state} = 'running'`,
  failed: sql`${jobs.state} = 'ready' and ${jobs.attempt} > 0`,
  uncertain: sql`${jobs.state} = 'uncertain'`,
  dead: sql`${jobs.state} = 'dead'`,
  done: sql`${jobs.state} in ('done', 'cancelled')`,
}

/** The jobs of one tab, the newest first. */
export async function listJobs(ctx: Ctx, { tab, after }: { tab: JobTab; after?: string | null }) {
  authorise(ctx, 'jobs.read')
  const cursor = readCursor(after, 'string')
  const rows = await ctx.store.db
    .select({
      id: jobs.id,
      kind: jobs.kind,
      state: jobs.state,
      attempt: jobs.attempt,
      maxAttempts: jobs.maxAttempts,
      progress: jobs.progress,
      lastError: jobs.lastError,
      runAt: jobs.runAt,
      createdAt: jobs.createdAt,
      endedAt: jobs.endedAt,
    })
    .from(jobs)
    .where(and(conditions[tab], cursor ? lt(jobs.id, cursor.id) : undefined))
    .orderBy(desc(jobs.id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  return { rows: shown, next: rows.length > page ? writeCursor('', shown.at(-1)!.id) : null }
}

/** How many jobs each tab holds, counted up to 1,000. */
export async function countJobs(ctx: Ctx): Promise<Record<JobTab, number>> {
  authorise(ctx, 'jobs.read')
  const { db } = ctx.store
  const counts = jobTabs.map(async (tab) => {
    const some = db.select({ id: jobs.id }).from(jobs).where(conditions[tab]).limit(most).as('some')
    return [tab, (await db.select({ n: count() }).from(some))[0]!.n] as const
  })
  return Object.fromEntries(await Promise.all(counts)) as Record<JobTab, number>
}
