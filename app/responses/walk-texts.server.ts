import { and, asc, desc, eq, gt, gte, isNull, lt } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { dropTexts, hashOf, indexTexts, textColumns } from '#app/responses/index-texts.server.ts'
import { dayOfPlace } from '#app/responses/place.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { responseRevisions, responses, responseTexts } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** Answers that one step looks at. */
const most = 500

/**
 * One step down the answers, newest first: indexes what is not indexed as it stands now, and takes out what is gone.
 * It finds whatever came in by another way than a new revision: imports with old dates, blanked and deleted answers.
 * @returns where the next step goes on; '' at the end
 */
export async function walkTexts(ctx: Ctx, below: string): Promise<string> {
  const rows = await ctx.store.db
    .select({ ...textColumns, place: responseTexts.place, hash: responseTexts.hash })
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(responseTexts, eq(responseTexts.responseId, responses.id))
    .where(and(lt(responses.id, below), askedPrograms))
    .orderBy(desc(responses.id))
    .limit(most)
  const next = rows.length < most ? '' : rows.at(-1)!.id
  const wrong = rows.filter(({ comment, ...row }) =>
    comment === null
      ? row.hash !== null
      : row.hash === null || row.hash !== hashOf({ ...row, comment }) || dayOfPlace(row.place!) !== row.day,
  )
  await indexTexts(ctx, wrong.flatMap((row) => (row.comment === null ? [] : [row.id]))) // prettier-ignore
  const deleted = await orphans(ctx, next, below)
  const gone = [...wrong.flatMap((row) => (row.comment === null ? [row.id] : [])), ...deleted]
  if (gone.length > 0) await write(ctx, (ctx) => dropTexts(ctx, gone))
  return next
}

/** Indexed answers in a stretch of ids that are not there any more. */
async function orphans(ctx: Ctx, from: string, below: string): Promise<string[]> {
  const rows = await ctx.store.db
    .select({ id: responseTexts.responseId })
    .from(responseTexts)
    .leftJoin(responses, eq(responses.id, responseTexts.responseId))
    .where(and(gte(responseTexts.responseId, from), lt(responseTexts.responseId, below), isNull(responses.id)))
    .limit(most)
  return rows.map((row) => row.id)
}

/** Answers that got a new revision after an id, oldest first. */
export const revisedAfter = (ctx: Ctx, after: string, limit: number) =>
  ctx.store.db
    .select({ id: responseRevisions.id, responseId: responseRevisions.responseId })
    .from(responseRevisions)
    .where(gt(responseRevisions.id, after))
    .orderBy(asc(responseRevisions.id))
    .limit(limit)
