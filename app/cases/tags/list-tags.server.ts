import { and, asc, count, desc, inArray, ne, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { cases, caseTags } from '#db/schema/cases.ts'

/** Tags of open cases, the commonest first, at most a hundred: what a filter and a field offer. */
export async function listTags(ctx: Ctx): Promise<string[]> {
  authorise(ctx, 'cases.read')
  const rows = await read(ctx)
    .select({ tag: caseTags.tag })
    .from(caseTags)
    .innerJoin(cases, eq(cases.id, caseTags.caseId))
    .where(ne(cases.state, 'closed'))
    .groupBy(caseTags.tag)
    .orderBy(desc(count()), asc(caseTags.tag))
    .limit(100)
  return rows.map((row) => row.tag)
}

/** The tags of each of these cases, in the order of the alphabet. */
export async function tagsOf(ctx: Ctx, caseIds: string[]): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>()
  if (!caseIds.length) return tags
  const rows = await read(ctx)
    .select({ caseId: caseTags.caseId, tag: caseTags.tag })
    .from(caseTags)
    .where(and(inArray(caseTags.caseId, caseIds)))
    .orderBy(asc(caseTags.tag))
  for (const { caseId, tag } of rows) tags.set(caseId, [...(tags.get(caseId) ?? []), tag])
  return tags
}
