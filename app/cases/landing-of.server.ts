import { and, desc, eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { users } from '#db/schema/access.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'

/** Where an answer landed last: its open case, who has it, and how the person stands on it. For the customer's own page. */
export async function landingOf(ctx: Ctx, responseId: string) {
  const [row] = await read(ctx)
    .select({
      caseId: cases.id,
      ownerId: cases.ownerId,
      owner: users.name,
      state: casePeople.state,
      replyDueAt: casePeople.replyDueAt,
      wish: casePeople.wish,
      when: casePeople.wishWhen,
      /** Never for a page: it is kept, not shown. */
      phone: casePeople.wishPhone,
    })
    .from(caseAnswers)
    .innerJoin(casePeople, eq(casePeople.id, caseAnswers.casePersonId))
    .innerJoin(cases, eq(cases.id, casePeople.caseId))
    .innerJoin(users, eq(users.id, cases.ownerId))
    .where(and(eq(caseAnswers.responseId, responseId), isOpen))
    .orderBy(desc(caseAnswers.at))
    .limit(1)
  return row ?? null
}

/** Who has the open case of a customer that another answer would join, and the policy it goes by; null when it would open one. */
export async function openCaseOwner(ctx: Ctx, subjectKey: string) {
  const [row] = await read(ctx)
    .select({ caseId: cases.id, ownerId: cases.ownerId, policyVersion: cases.policyVersion })
    .from(cases)
    .where(and(eq(cases.subjectKey, subjectKey), isOpen))
    .limit(1)
  return row ?? null
}
