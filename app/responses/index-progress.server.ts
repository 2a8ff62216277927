import { asc, eq, gt } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { responseIndex, responseRevisions } from '#db/schema/responses.ts'

const id = 'search'
/** Above every id of a response. */
export const beforeWalk = 'z'
/** Nothing is indexed while the index is being cleared. */
export const clearing = '!'
/** A transaction that began earlier may commit later, and a clock may be set back: so much is looked at again. Milliseconds. */
export const overlap = 5_000
/** From when on a search says that it is behind. Milliseconds. */
const patience = 15_000

export interface IndexProgress {
  cursor: string
  walked: string
}

/** An id of a revision that sorts before all that are made from then on. */
export const revisionAt = (at: number) => newId('rev', Math.max(at, 0)).slice(0, 'rev_'.length + 9)

/** How far the index has come; an index that nobody has begun yet is begun now. */
export async function indexProgress(ctx: TxCtx): Promise<IndexProgress> {
  const [row] = await ctx.tx.select().from(responseIndex).where(eq(responseIndex.id, id))
  if (row) return row
  const begun = { id, cursor: revisionAt(ctx.now() - overlap), walked: beforeWalk }
  await ctx.tx.insert(responseIndex).values(begun).onConflictDoNothing()
  return begun
}

export async function saveProgress(ctx: TxCtx, progress: Partial<IndexProgress>): Promise<void> {
  await ctx.tx.update(responseIndex).set(progress).where(eq(responseIndex.id, id))
}

/**
 * How complete the search is: `building` while older answers are still being indexed for the first time, `behind` when
 * the newest wait for longer than usual.
 */
export async function searchState(ctx: Ctx): Promise<'complete' | 'building' | 'behind'> {
  const db = read(ctx)
  const [row] = await db.select().from(responseIndex).where(eq(responseIndex.id, id))
  if (row?.walked !== '') return 'building'
  const before = revisionAt(ctx.now() - patience)
  const [waiting] = await db
    .select({ at: responseRevisions.at })
    .from(responseRevisions)
    .where(gt(responseRevisions.id, row.cursor))
    .orderBy(asc(responseRevisions.id))
    .limit(1)
  return waiting && row.cursor < before && waiting.at < ctx.now() - patience ? 'behind' : 'complete'
}
