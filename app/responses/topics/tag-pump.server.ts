import { sql } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { errorText } from '#app/jobs/error-text.ts'
import type { MakePump } from '#app/jobs/job.ts'
import { log } from '#app/platform/log.server.ts'
import { addStarterTopics } from '#app/responses/topics/add-starter-topics.server.ts'
import { loadMatcher } from '#app/responses/topics/load-matcher.server.ts'
import { tagResponses } from '#app/responses/topics/tag-responses.server.ts'
import { skipLocked } from '#db/fragments.ts'
import { responses } from '#db/schema/responses.ts'
import { statement } from '#db/statement.ts'

/** Milliseconds between two looks when nothing waits. */
const pause = 1_000
/** Small, since on SQLite an answer waits for it. */
const batch = 100

const untagged = sql`${responses.taggedAt} is null and ${responses.comment} is not null and ${responses.state} <> 'unconfirmed'`
const anyNew = statement((db) => db.select({ id: responses.id }).from(responses).where(untagged).limit(1))

/** Finds the topics of new comments, the newest first. @returns how many it looked through; 0 when none wait */
export async function tagNew(ctx: Ctx): Promise<number> {
  const [waiting] = await anyNew(ctx.store.db)
  if (!waiting) return 0
  return write(ctx, async (ctx) => {
    const answers = await ctx.tx
      .select({ id: responses.id, comment: responses.comment, day: responses.day })
      .from(responses)
      .where(sql`${untagged} order by ${responses.id} desc limit ${batch} ${skipLocked()}`)
    await tagResponses(ctx, answers, await loadMatcher(ctx))
    return answers.length
  })
}

/** Tags comments for as long as a worker runs; a job row for each would outnumber the answers. */
export const makeTagPump: MakePump = (ctx, holder) => {
  let nextAt = 0
  let begun = false
  return {
    async turn() {
      if (holder.stopping() || ctx.now() < nextAt) return false
      try {
        if (!begun) await addStarterTopics(ctx, { onlyFirst: true })
        begun = true
        if ((await tagNew(ctx)) > 0) return true
      } catch (error) {
        log.error({ error: errorText(error) }, 'finding topics failed; it is tried again')
      }
      nextAt = ctx.now() + pause
      return false
    },
    settle: () => Promise.resolve(),
  }
}
