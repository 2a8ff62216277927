import { count, sql } from 'drizzle-orm'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { messages, transports } from '#db/schema/email.ts'

const most = 1_000

/** How much mail is in each open state, counted up to 1,000; and the ways out that are paused. */
export async function countMessages(ctx: Ctx) {
  authorise(ctx, 'jobs.read')
  const { db } = ctx.store
  const upTo = async (state: 'queued' | 'failed' | 'uncertain') => {
    const some = db
      .select({ id: messages.id })
      .from(messages)
      .where(sql`${messages.state} = ${state}`)
      .limit(most)
      .as('some')
    return (await db.select({ n: count() }).from(some))[0]!.n
  }
  const [queued, failed, uncertain, ways] = await Promise.all([
    upTo('queued'),
    upTo('failed'),
    upTo('uncertain'),
    db.select().from(transports),
  ])
  return {
    queued,
    failed,
    uncertain,
    paused: ways
      .filter((way) => way.state === 'paused')
      .map(({ name, reason, resumeAt }) => ({ name, reason, resumeAt })),
  }
}
