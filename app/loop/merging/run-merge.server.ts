import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { survivorOf } from '#app/accounts/merging/merged-into.server.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { countMoving, totalOf } from '#app/loop/merging/count-moving.server.ts'
import { mergeSome, mergeWhole } from '#app/loop/merging/merge-steps.server.ts'
import { sweepLater } from '#app/loop/merging/start-merge.server.ts'

const pair = z.object({ kind: z.enum(['account', 'contact']), from: z.string(), into: z.string() })
const payloadSchema = pair.extend({
  take: z.array(z.string()),
  by: z.string().nullable(),
  counts: z.record(z.string(), z.number()),
})
const batch = 200

/**
 * Job `loop.merge`: a merge of very much, batch by batch. Both records stand until the last batch, which ends it; a run
 * that was killed goes on with what is left. Whoever asked for it is the one who did it.
 */
export const runMerge: JobHandler = async (ctx, run) => {
  const { kind, from, into, take, by, counts } = payloadSchema.parse(run.payload)
  const total = totalOf(counts)
  const asked: Ctx = by ? { ...ctx, actor: { kind: 'user', id: by, roles: [], teamId: null, name: '' } } : ctx
  for (let round = 0; ; round++) {
    const more = await write(ctx, (ctx) => mergeSome(ctx, kind, { from, into }, batch))
    if (!more) break
    // Counting what is left costs as much as a batch.
    if (round % 10 === 0) {
      const left = totalOf(await countMoving(ctx, kind, from))
      await run.progress({ done: Math.max(0, total - left), total, stage: 'merging' })
    }
    if (run.stopping()) return { again: ctx.now() }
    await turn()
  }
  await write(asked, async (ctx) => {
    if (await mergeWhole(ctx, kind, { from, into, take, counts })) await sweepLater(ctx, kind, { from, into })
  })
}

/** Job `loop.sweep-merge`: what was written about the other record while it was being merged. */
export const sweepMerge: JobHandler = async (ctx, run) => {
  const { kind, from } = pair.parse(run.payload)
  const into = await survivorOf(ctx, from)
  if (into === null) return
  const some = (ctx: TxCtx) => mergeSome(ctx, kind, { from, into }, batch)
  while (await write(ctx, some)) {
    if (run.stopping()) return { again: ctx.now() }
    await turn()
  }
}
