import { and, desc, eq, isNull, or } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { voices } from '#db/schema/voices.ts'

/** One answer on the case: the one asked for, or the latest. */
export async function answerOf(ctx: Ctx, caseId: string, responseId?: string) {
  const [row] = await read(ctx)
    .select({
      replyDueAt: cases.replyDueAt,
      account: accounts.name,
      person: contacts.name,
      program: programs.name,
      score: responses.score,
      why: caseAnswers.why,
      comment: responses.comment,
    })
    .from(cases)
    .innerJoin(casePeople, eq(casePeople.caseId, cases.id))
    .innerJoin(responses, eq(responses.id, responseId ?? casePeople.responseId))
    .innerJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(caseAnswers, and(eq(caseAnswers.responseId, responses.id), eq(caseAnswers.casePersonId, casePeople.id)))
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .leftJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(
      and(
        eq(cases.id, caseId),
        responseId
          ? or(eq(casePeople.responseId, responseId), eq(casePeople.recoveryInvitationId, responses.invitationId))
          : undefined,
      ),
    )
    .orderBy(desc(responses.answeredAt))
    .limit(1)
  return row ?? null
}

/** What was heard elsewhere: the voice asked for, or the latest of this case. */
export async function heardOf(ctx: Ctx, caseId: string, voiceId?: string | null) {
  const [row] = await read(ctx)
    .select({
      replyDueAt: cases.replyDueAt,
      account: accounts.name,
      person: contacts.name,
      comment: voices.text,
    })
    .from(cases)
    .innerJoin(voices, voiceId ? eq(voices.id, voiceId) : eq(voices.caseId, cases.id))
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .leftJoin(contacts, eq(contacts.id, voices.contactId))
    .where(and(eq(cases.id, caseId), isNull(voices.deletedAt)))
    .orderBy(desc(voices.id))
    .limit(1)
  return row ?? null
}
