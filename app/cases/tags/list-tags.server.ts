import { asc, inArray, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { caseTags } from '#db/schema/cases.ts'

/** Tags that a filter and a field offer. */
const enough = 300

/**
 * The tags that are in use, in the order of the alphabet: from one to the next by the index, however many cases carry
 * the same.
 */
export async function listTags(ctx: Ctx): Promise<string[]> {
  authorise(ctx, 'cases.read')
  const { tag } = caseTags
  const used = sql`(with recursive used(tag) as (select min(${tag}) from ${caseTags} union all select (select min(${tag}) from ${caseTags} where ${tag} > used.tag) from used where used.tag is not null) select tag from used where tag is not null limit ${enough})`
  const rows = await read(ctx).select({ tag: sql<string>`tag` }).from(sql`${used} as used`) // prettier-ignore
  return rows.map((row) => row.tag)
}

/** The tags of each of these cases, in the order of the alphabet. */
export async function tagsOf(ctx: Ctx, caseIds: string[]): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>()
  if (!caseIds.length) return tags
  const rows = await read(ctx)
    .select({ caseId: caseTags.caseId, tag: caseTags.tag })
    .from(caseTags)
    .where(inArray(caseTags.caseId, caseIds))
    .orderBy(asc(caseTags.tag))
  for (const { caseId, tag } of rows) tags.set(caseId, [...(tags.get(caseId) ?? []), tag])
  return tags
}
