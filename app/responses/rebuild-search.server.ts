import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, eq, inArray, lt, lte, or } from 'drizzle-orm'
import { write, type TxCtx } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { beforeWalk, clearing, indexProgress, saveProgress } from '#app/responses/index-progress.server.ts'
import { oneIndexer } from '#app/responses/index-texts.server.ts'
import { responseGrams, responseTexts } from '#db/schema/responses.ts'

/** Rows that one write deletes. */
const most = 200

/**
 * Job `responses.rebuild-search`: forgets all that is indexed; the pump, which stands still meanwhile, then walks all
 * answers again, newest first. Until that is done the search says that it is being built.
 */
export const rebuildSearch: JobHandler = async (ctx, run) => {
  const mark = (walked: string) =>
    write(ctx, async (ctx) => {
      await oneIndexer(ctx.tx)
      await indexProgress(ctx)
      await saveProgress(ctx, { walked })
    })
  await mark(clearing)
  for (let step = 0; await write(ctx, clearSome); step++) {
    if (run.stopping()) return { again: ctx.now() }
    if (step % 50 === 0) await run.progress({ done: step * most, total: 0, stage: 'texts' })
    await breathe()
  }
  await mark(beforeWalk)
}

async function clearSome({ tx }: TxCtx): Promise<boolean> {
  await oneIndexer(tx)
  const texts = await tx.select({ id: responseTexts.responseId }).from(responseTexts).limit(most)
  if (texts.length > 0) {
    const ids = texts.map((text) => text.id)
    await tx.delete(responseTexts).where(inArray(responseTexts.responseId, ids))
    return true
  }
  const rows = await tx
    .select({ bucket: responseGrams.bucket, gram: responseGrams.gram })
    .from(responseGrams)
    .orderBy(asc(responseGrams.bucket), asc(responseGrams.gram))
    .limit(5 * most)
  const last = rows.at(-1)
  if (!last) return false
  const rest = and(eq(responseGrams.bucket, last.bucket), lte(responseGrams.gram, last.gram))
  await tx.delete(responseGrams).where(or(lt(responseGrams.bucket, last.bucket), rest))
  return true
}
