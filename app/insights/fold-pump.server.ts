import type { MakePump } from '#app/jobs/job.ts'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { foldSends } from '#app/insights/fold-sends.server.ts'
import { log } from '#app/platform/log.server.ts'

/** Milliseconds between two looks when nothing waits: the score table is read with what waits, so this hurries nobody. */
const pause = 2_000

/** Folds score changes for as long as a worker runs: standing work, since a job row for each fold would outnumber the answers. */
export const makeFoldPump: MakePump = (ctx, holder) => {
  let nextAt = 0
  return {
    async turn() {
      if (holder.stopping() || ctx.now() < nextAt) return false
      try {
        const folded = (await foldScores(ctx)) + (await foldSends(ctx))
        if (folded > 0) return true
      } catch (error) {
        log.error(
          { error: error instanceof Error ? error.name : 'unknown' },
          'folding scores failed; it is tried again',
        )
      }
      nextAt = ctx.now() + pause
      return false
    },
    settle: () => Promise.resolve(),
  }
}
