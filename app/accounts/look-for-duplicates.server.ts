import { and, eq, inArray } from 'drizzle-orm'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { MINUTE } from '#app/platform/day.ts'
import { jobs } from '#db/schema/jobs.ts'

const kind = 'accounts.find-duplicates'

/** Whether duplicates are being looked for just now. */
export async function isLooking(ctx: Ctx): Promise<boolean> {
  authorise(ctx, 'accounts.import')
  const [job] = await read(ctx)
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(inArray(jobs.state, ['ready', 'running']), eq(jobs.kind, kind)))
    .limit(1)
  return job !== undefined
}

/** Looks for duplicates at once, rather than next night; not again while it is being done, or within a minute. */
export async function lookForDuplicates(ctx: Ctx): Promise<void> {
  authorise(ctx, 'accounts.import')
  if (await isLooking(ctx)) return
  await write(ctx, (ctx) => enqueue(ctx, { kind, key: `find-duplicates/${Math.floor(ctx.now() / MINUTE)}` }))
}
