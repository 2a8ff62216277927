import { desc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { users } from '#db/schema/access.ts'
import { jobs } from '#db/schema/jobs.ts'
import { retags } from '#db/schema/responses.ts'

/** The last run over past comments, or null when there was none. */
export async function getRetag(ctx: Ctx) {
  authorise(ctx, 'topics.edit')
  const [row] = await read(ctx)
    .select({ retag: retags, startedBy: users.name })
    .from(retags)
    .leftJoin(users, eq(users.id, retags.startedBy))
    .orderBy(desc(retags.id))
    .limit(1)
  if (!row) return null
  const { id, state, done, total, gained, lost, createdAt, endedAt } = row.retag
  const [job] = await read(ctx)
    .select({ state: jobs.state })
    .from(jobs)
    .where(eq(jobs.key, `retag/${id}`))
  return {
    state,
    done,
    total,
    gained,
    lost,
    createdAt,
    endedAt,
    startedBy: row.startedBy,
    /** It still runs by its row, and nobody works on it any more. */
    givenUp: state === 'running' && job?.state !== 'ready' && job?.state !== 'running',
  }
}
