import { and, asc, inArray, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { caseTags, cases } from '#db/schema/cases.ts'

/** Tags that a filter and a field offer. */
const enough = 300

/**
 * The tags of open cases that are shown to who reads, in the order of the alphabet: from one to the next by the index,
 * however many cases carry the same.
 */
export async function listTags(ctx: Ctx): Promise<string[]> {
  authorise(ctx, 'cases.read')
  const { tag } = caseTags
  // Asked word by word: as `exists` PostgreSQL would join all tags of all cases, and lose the order.
  const carried = sql`(select 1 from ${caseTags} join ${cases} on ${cases.id} = ${caseTags.caseId} where ${tag} = used.tag and ${and(isOpen, casesShownTo(ctx))} limit 1)`
  const used = sql`(with recursive used(tag) as (select min(${tag}) from ${caseTags} union all select (select min(${tag}) from ${caseTags} where ${tag} > used.tag) from used where used.tag is not null) select used.tag from used where used.tag is not null and ${carried} is not null limit ${enough})`
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
