import { and, desc, eq, ne } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { replyLanguage } from '#app/cases/replies/reply.ts'
import { contacts } from '#db/schema/accounts.ts'
import { caseAnswers, casePeople } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** Somebody of this case and no other, with their own newest answer that counts and the language to write to them in. */
export async function addresseeOf(ctx: Ctx, caseId: string, casePersonId: string) {
  const [person] = await read(ctx)
    .select({ contactId: contacts.id, email: contacts.email, name: contacts.name, language: contacts.language })
    .from(casePeople)
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(eq(casePeople.id, casePersonId), eq(casePeople.caseId, caseId), ne(contacts.state, 'erased')))
  if (!person) return null
  const [answer] = await read(ctx)
    .select({ score: responses.score, language: responses.language, program: programs.name })
    .from(caseAnswers)
    .innerJoin(responses, eq(responses.id, caseAnswers.responseId))
    .innerJoin(programs, eq(programs.id, responses.programId))
    .where(and(eq(caseAnswers.casePersonId, casePersonId), eq(responses.state, 'counted')))
    .orderBy(desc(responses.answeredAt), desc(responses.id))
    .limit(1)
  return {
    ...person,
    language: replyLanguage(person.language, answer?.language ?? null, (await getOrganisation(ctx)).locale),
    score: answer?.score ?? null,
    program: answer?.program ?? null,
  }
}
