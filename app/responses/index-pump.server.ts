import { write, type Ctx } from '#app/audit/context.server.ts'
import type { MakePump } from '#app/jobs/job.ts'
import { log } from '#app/platform/log.server.ts'
import { indexTexts } from '#app/responses/index-texts.server.ts'
import {
  beforeWalk,
  clearing,
  indexProgress,
  overlap,
  revisionAt,
  saveProgress,
} from '#app/responses/index-progress.server.ts'
import { revisedAfter, walkTexts } from '#app/responses/walk-texts.server.ts'

/** Milliseconds between two looks: a busy minute is indexed in larger pieces, which cost less each. */
const pause = 2_000
/** Revisions of one look. */
const most = 1_000

/**
 * Keeps the comment search up to date for as long as a worker runs, after the answers and not with them: new revisions
 * within seconds; all answers once at the first start; and round and round all of them slowly, for what came another way.
 */
export const makeIndexPump: MakePump = (ctx, holder) => {
  const follow = makeFollower(ctx)
  let nextAt = 0
  let round = beforeWalk
  return {
    async turn() {
      if (holder.stopping() || ctx.now() < nextAt) return false
      try {
        const { walked } = await write(ctx, indexProgress)
        if (walked !== clearing) await follow()
        if (walked !== '' && walked !== clearing) {
          const to = await walkTexts(ctx, walked)
          await write(ctx, (ctx) => saveProgress(ctx, { walked: to }))
          return true
        }
        if (walked === '') round = (await walkTexts(ctx, round)) || beforeWalk
      } catch (error) {
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'indexing comments failed; it is tried again') // prettier-ignore
      }
      nextAt = ctx.now() + pause
      return false
    },
    settle: () => Promise.resolve(),
  }
}

/** Indexes answers with new revisions; each call takes up where the one before ended. @returns how many it looked at */
export function makeFollower(ctx: Ctx) {
  const seen = new Set<string>()
  return async (): Promise<number> => {
    const { cursor } = await write(ctx, indexProgress)
    const revisions = await revisedAfter(ctx, cursor, most + seen.size)
    const fresh = revisions.filter(({ id }) => !seen.has(id))
    await indexTexts(ctx, [...new Set(fresh.map((revision) => revision.responseId))])
    for (const { id } of fresh) seen.add(id)
    const settled = revisionAt(ctx.now() - overlap)
    const passed = revisions.findLast(({ id }) => id < settled)
    if (passed) {
      await write(ctx, (ctx) => saveProgress(ctx, { cursor: passed.id }))
      for (const id of seen) if (id <= passed.id) seen.delete(id)
    }
    return fresh.length
  }
}
