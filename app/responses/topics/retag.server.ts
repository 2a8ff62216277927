import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, count, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { loadMatcher, type LoadedMatcher } from '#app/responses/topics/load-matcher.server.ts'
import { tagResponses } from '#app/responses/topics/tag-responses.server.ts'
import { forUpdate } from '#db/fragments.ts'
import { responses, retags, topics } from '#db/schema/responses.ts'

const payloadSchema = z.object({ retagId: z.string() })
const batch = 200

type Retag = typeof retags.$inferSelect

/**
 * Job `responses.retag`: looks through all past comments, in the order of their ids. How far it is stands in its row, in
 * the same transaction as the topics, so it goes on there after a crash; it ends when the row is cancelled.
 */
export const retag: JobHandler = async (ctx, run) => {
  const { retagId } = payloadSchema.parse(run.payload)
  const loaded = await loadMatcher(ctx)
  let row = await begin(ctx, retagId)
  for (let turn = 0; row; turn++) {
    if (run.stopping()) return { again: ctx.now() }
    if (turn % 10 === 0) await run.progress({ done: row.done, total: row.total ?? 0 })
    row = await step(ctx, row, loaded)
    await breathe()
  }
}

/** The run, with its comments counted; null when it has ended. */
async function begin(ctx: Ctx, id: string): Promise<Retag | null> {
  const [row] = await ctx.store.db.select().from(retags).where(eq(retags.id, id))
  if (row?.state !== 'running') return null
  if (row.total !== null) return row
  const [all] = await ctx.store.db.select({ n: count() }).from(responses).where(isNotNull(responses.comment))
  const [begun] = await write(ctx, async ({ tx }) =>
    tx.update(retags).set({ total: all!.n }).where(eq(retags.id, id)).returning(),
  )
  return begun ?? null
}

/** One batch. @returns the run as it stands then; null when it is over */
function step(ctx: Ctx, row: Retag, loaded: LoadedMatcher): Promise<Retag | null> {
  return write(ctx, async (ctx) => {
    // The run's own row first: whoever cancels it waits for this batch, or this batch finds it cancelled.
    const mine = and(eq(retags.id, row.id), eq(retags.state, 'running'))
    const [held] = await ctx.tx.update(retags).set({ done: row.done }).where(mine).returning({ id: retags.id })
    if (!held) return null
    const answers = await ctx.tx
      .select({ id: responses.id, comment: responses.comment, day: responses.day })
      .from(responses)
      .where(
        sql`${and(gt(responses.id, row.after), isNotNull(responses.comment))} order by ${asc(responses.id)} limit ${batch} ${forUpdate()}`,
      )
    if (answers.length === 0) return finish(ctx, row)
    const { gained, lost } = await tagResponses(ctx, answers, loaded)
    const [next] = await ctx.tx
      .update(retags)
      .set({
        after: answers.at(-1)!.id,
        done: row.done + answers.length,
        gained: row.gained + gained,
        lost: row.lost + lost,
      })
      .where(mine)
      .returning()
    return next ?? null
  })
}

async function finish(ctx: TxCtx, row: Retag): Promise<null> {
  await ctx.tx.update(retags).set({ state: 'done', total: row.done, endedAt: ctx.now() }).where(eq(retags.id, row.id))
  for (const [id, version] of Object.entries(row.versions)) {
    await ctx.tx.update(topics).set({ appliedVersion: version }).where(eq(topics.id, id))
  }
  await recordEvent(ctx, {
    type: 'responses.retagged',
    subject: { kind: 'retag', id: row.id },
    data: { done: row.done, gained: row.gained, lost: row.lost },
  })
  return null
}
