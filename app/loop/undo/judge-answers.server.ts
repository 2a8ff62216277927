import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import { weightier, type Kept, type KeptReason } from '#app/accounts/undo/kept.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { forUpdate } from '#db/fragments.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { caseAnswers, casePeople } from '#db/schema/cases.ts'
import { responseRevisions, responses, responseTopics } from '#db/schema/responses.ts'

export type PastResponse = typeof responses.$inferSelect

export interface JudgedAnswers {
  going: PastResponse[]
  kept: Kept[]
  /** Topics that a person had corrected on those that go. */
  topics: number
}

/**
 * Which of the answers that an import brought can go: all on which nobody has built since. Within a transaction they are
 * this transaction's until it ends.
 */
export async function judgeAnswers(ctx: Ctx, ids: string[]): Promise<JudgedAnswers> {
  if (!ids.length) return { going: [], kept: [], topics: 0 }
  const db = read(ctx)
  const lock = ctx.tx ? forUpdate() : sql``
  const rows = await db.select().from(responses).where(sql`${inArray(responses.id, ids)} order by ${asc(responses.id)} ${lock}`) // prettier-ignore
  const grown = new Map<string, KeptReason>()
  const note = (found: { id: string }[], reason: KeptReason) => {
    for (const { id } of found) grown.set(id, weightier(grown.get(id), reason))
  }
  const people = [...new Set(rows.flatMap(({ contactId }) => contactId ?? []))]
  note(await db.selectDistinct({ id: caseAnswers.responseId }).from(caseAnswers).where(inArray(caseAnswers.responseId, ids)), 'case') // prettier-ignore
  const onCases = await db.selectDistinct({ id: casePeople.responseId }).from(casePeople).where(inArray(casePeople.responseId, ids)) // prettier-ignore
  note(onCases.flatMap(({ id }) => (id === null ? [] : [{ id }])), 'case') // prettier-ignore
  if (people.length)
    note(await db.select({ id: advocates.responseId }).from(advocates).where(and(inArray(advocates.contactId, people), inArray(advocates.responseId, ids))), 'advocate') // prettier-ignore
  note(
    await db
      .select({ id: responseRevisions.responseId })
      .from(responseRevisions)
      .where(inArray(responseRevisions.responseId, ids))
      .groupBy(responseRevisions.responseId)
      .having(sql`count(*) > 1`),
    'edited',
  )
  const going = rows.filter(({ id }) => !grown.has(id))
  const [corrected] = going.length
    ? await db
        .select({ n: count() })
        .from(responseTopics)
        .where(and(inArray(responseTopics.responseId, going.map(({ id }) => id)), eq(responseTopics.source, 'person'))) // prettier-ignore
    : []
  return {
    going,
    kept: rows.flatMap(({ id }) => (grown.has(id) ? [{ subjectId: id, kind: 'answer' as const, reason: grown.get(id)! }] : [])), // prettier-ignore
    topics: corrected?.n ?? 0,
  }
}
