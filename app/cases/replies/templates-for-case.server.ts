import { and, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { addresseeOf } from '#app/cases/replies/addressee-of.server.ts'
import { allTemplates } from '#app/cases/replies/list-templates.server.ts'
import { fillTemplate, firstNameOf, inOrder, type TemplateValues } from '#app/cases/replies/template.ts'
import { isId } from '#app/platform/id.ts'
import type { Language } from '#app/platform/languages.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { listResponseTopics } from '#app/responses/topics/list-response-topics.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'

export const forCaseSchema = z.object({ caseId: z.string().refine(isId), person: z.string().refine(isId).optional() })

/**
 * The templates in the order in which they fit a case, filled for the one person who is written to. While nobody is
 * chosen, or the person isn't on this case, what is theirs stays open. @throws NotFound, Forbidden
 */
export async function templatesForCase(ctx: Ctx, input: z.input<typeof forCaseSchema>) {
  const { caseId, person } = forCaseSchema.parse(input)
  const found = await findCase(ctx, caseId)
  authorise(ctx, 'cases.work', found)
  const topics = await topicsOfCase(ctx, caseId)
  const { values, language } = await valuesFor(ctx, { id: found.id, accountId: found.accountId }, person ?? null)
  const names = new Map((await listTopicNames(ctx)).map(({ id, name }) => [id, name]))
  const offered = (await allTemplates(ctx)).filter((one) => one.archivedAt === null)
  // A topic that was put away leaves a template that fits everything.
  const known = offered.map((one) => ({ ...one, topicId: one.topicId && names.has(one.topicId) ? one.topicId : null }))
  return {
    language,
    templates: inOrder(known, { language, topicIds: topics }).map((one) => ({
      id: one.id,
      name: one.name,
      language: one.language,
      topic: one.topicId ? names.get(one.topicId)! : null,
      fits: one.topicId !== null && topics.has(one.topicId),
      subject: fillTemplate(one.subject ?? '', values),
      body: fillTemplate(one.body, values),
    })),
  }
}

export type OfferedTemplates = Awaited<ReturnType<typeof templatesForCase>>

/** What the answers that landed on a case are about. */
export async function topicsOfCase(ctx: Ctx, caseId: string): Promise<Set<string>> {
  const rows = await read(ctx)
    .select({ id: caseAnswers.responseId })
    .from(caseAnswers)
    .innerJoin(casePeople, eq(casePeople.id, caseAnswers.casePersonId))
    .innerJoin(responses, eq(responses.id, caseAnswers.responseId))
    .where(and(eq(casePeople.caseId, caseId), eq(responses.state, 'counted')))
    .orderBy(desc(caseAnswers.at))
    .limit(50)
  const found = await listResponseTopics(ctx, rows.map((row) => row.id)) // prettier-ignore
  return new Set([...found.values()].flat().map((topic) => topic.id))
}

/** What is known for a reply to one person of a case, and the language to write to them in. */
async function valuesFor(
  ctx: Ctx,
  found: { id: string; accountId: string | null },
  casePersonId: string | null,
): Promise<{ values: TemplateValues; language: Language }> {
  const organisation = await getOrganisation(ctx)
  const [account] = found.accountId
    ? await read(ctx).select({ name: accounts.name }).from(accounts).where(eq(accounts.id, found.accountId))
    : []
  const general = {
    account: account?.name ?? null,
    organisation: organisation.name,
    my_name: ctx.actor.kind === 'user' ? ctx.actor.name : null,
  }
  const person = casePersonId === null ? null : await addresseeOf(ctx, found.id, casePersonId)
  if (!person) return { values: general, language: organisation.locale }
  return {
    language: person.language,
    values: {
      ...general,
      first_name: firstNameOf(person.name),
      name: person.name,
      score: person.score === null ? null : String(person.score),
      program: person.program,
    },
  }
}

/** A real example for the settings: the newest open case that the reader may see. */
export async function exampleValues(ctx: Ctx): Promise<TemplateValues> {
  authorise(ctx, 'replies.edit')
  const [row] = await read(ctx)
    .select({ id: cases.id, accountId: cases.accountId, personId: casePeople.id })
    .from(cases)
    .innerJoin(casePeople, eq(casePeople.caseId, cases.id))
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(isOpen, ne(contacts.state, 'erased'), casesShownTo(ctx)))
    .orderBy(desc(cases.openedAt))
    .limit(1)
  return row ? (await valuesFor(ctx, row, row.personId)).values : {}
}
