import { and, eq, inArray } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import {
  applyChanges,
  dropTexts,
  gramsOfText,
  hashOf,
  knownTexts,
  noteGrams,
  oneIndexer,
  textColumns,
  type Changes,
} from '#app/responses/index-texts.server.ts'
import { responses, responseTexts } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/**
 * Takes the words of answers that are about to be deleted out of the search, in writes of at most 200 rows: their texts
 * are still known, so only their own words are touched. May be run again at any point. Of an answer that stays after
 * all, the walk through all answers (`index-pump`) brings the words back.
 */
export async function forgetTexts(ctx: Ctx, ids: string[]): Promise<void> {
  if (!ids.length) return
  const known = await knownTexts(ctx.store.db, ids)
  if (!known.length) return
  const rows = await ctx.store.db
    .select(textColumns)
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .where(inArray(responses.id, known.map(({ responseId }) => responseId))) // prettier-ignore
  const texts = new Map(rows.flatMap((row) => (row.comment === null ? [] : [[row.id, { ...row, comment: row.comment }] as const]))) // prettier-ignore
  // Indexed as it was before a change: its words aren't known. Half indexed or half forgotten has no others than these.
  const isSure = ({ responseId, hash }: (typeof known)[number]) =>
    texts.has(responseId) && (hash === '' || hash === hashOf(texts.get(responseId)!))
  const unsure = known.filter((text) => !isSure(text))
  const sure = known.filter(isSure)
  const changes: Changes = new Map()
  for (const { responseId, place } of sure) noteGrams(changes, place, gramsOfText(texts.get(responseId)!), 'drop')
  const sureIds = sure.map(({ responseId }) => responseId)
  await write(ctx, async ({ tx }) => {
    await oneIndexer(tx)
    await tx.update(responseTexts).set({ hash: '' }).where(inArray(responseTexts.responseId, sureIds))
  })
  await applyChanges(ctx, changes)
  await write(ctx, async (ctx) => {
    await oneIndexer(ctx.tx)
    // Indexed anew meanwhile: it stays, and the walk finds it once its answer is gone.
    await ctx.tx
      .delete(responseTexts)
      .where(and(inArray(responseTexts.responseId, sureIds), eq(responseTexts.hash, '')))
  })
  for (const { responseId } of unsure) await write(ctx, (ctx) => dropTexts(ctx, [responseId]))
}
