import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { joinedPerson } from '#app/cases/joining/joined.ts'
import { joinedRecovery } from '#app/cases/recovery/recovery.ts'
import { caseAnswers, casePeople, slaMarks } from '#db/schema/cases.ts'

type Person = typeof casePeople.$inferSelect

/** One person who stands on a case twice stands there once, with all answers and the marks that either clock has passed. */
export async function joinPeople(ctx: TxCtx, stays: Person, goes: Person): Promise<void> {
  const { tx } = ctx
  const mine = tx.select({ id: caseAnswers.responseId }).from(caseAnswers).where(eq(caseAnswers.casePersonId, stays.id))
  await tx.delete(caseAnswers).where(and(eq(caseAnswers.casePersonId, goes.id), inArray(caseAnswers.responseId, mine)))
  await tx.update(caseAnswers).set({ casePersonId: stays.id }).where(eq(caseAnswers.casePersonId, goes.id))
  const marks = await tx.delete(slaMarks).where(eq(slaMarks.subjectId, goes.id)).returning()
  const moved = marks.map((mark) => ({ ...mark, subjectId: stays.id, caseId: stays.caseId }))
  if (moved.length) await tx.insert(slaMarks).values(moved).onConflictDoNothing()
  await tx.delete(casePeople).where(eq(casePeople.id, goes.id))
  await tx
    .update(casePeople)
    .set({ ...joinedPerson(stays, goes), ...joinedRecovery(stays, goes) })
    .where(eq(casePeople.id, stays.id))
}
