import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { isId } from '#app/platform/id.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'

interface Asked {
  /** As typed: it may be the id of a case. */
  text: string
  /** Customers of that name, found already. */
  accountIds: string[]
  contactIds: string[]
}

/** Cases by company, by person (for who may know people) or by their id: open ones first, then the newest. */
export async function findCases(ctx: Ctx, asked: Asked, limit: number) {
  authorise(ctx, 'cases.read')
  const db = read(ctx)
  const named = can(ctx.actor, 'responses.names')
  const id = asked.text.trim()
  const { accountIds } = asked
  const contactIds = named ? asked.contactIds : []
  if (accountIds.length + contactIds.length === 0 && !isId(id)) return []
  const ofPeople = db
    .select({ id: casePeople.caseId })
    .from(responses)
    .innerJoin(caseAnswers, eq(caseAnswers.responseId, responses.id))
    .innerJoin(casePeople, eq(casePeople.id, caseAnswers.casePersonId))
    .where(inArray(responses.contactId, contactIds))
  const rows = await db
    .select({
      id: cases.id,
      state: cases.state,
      openedAt: cases.openedAt,
      owner: users.name,
      account: accounts.name,
      subjectKey: cases.subjectKey,
    }) // prettier-ignore
    .from(cases)
    .innerJoin(users, eq(users.id, cases.ownerId))
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .where(
      and(
        casesShownTo(ctx),
        or(
          isId(id) ? eq(cases.id, id) : undefined,
          accountIds.length ? inArray(cases.accountId, accountIds) : undefined,
          contactIds.length ? inArray(cases.id, ofPeople) : undefined,
        ),
      ),
    )
    .orderBy(sql`case when ${cases.state} = 'closed' then 1 else 0 end`, desc(cases.id))
    .limit(limit)
  const people = await peopleOf(ctx, rows.map((row) => row.id)) // prettier-ignore
  return rows.map((row) => ({ ...row, people: named ? (people.get(row.id) ?? []) : [] }))
}

async function peopleOf(ctx: Ctx, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await read(ctx)
    .select({ caseId: casePeople.caseId, name: contacts.name })
    .from(casePeople)
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(inArray(casePeople.caseId, ids))
    .orderBy(casePeople.id)
    .limit(100)
  const people = new Map<string, string[]>()
  for (const { caseId, name } of rows) people.set(caseId, [...(people.get(caseId) ?? []), name])
  return people
}
