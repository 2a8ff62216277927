import { eq, inArray, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** What a list of answers shows of each. */
export const listed = {
  id: responses.id,
  programId: responses.programId,
  versionId: responses.versionId,
  program: programs.name,
  metric: programs.metric,
  state: responses.state,
  score: responses.score,
  class: responses.class,
  comment: responses.comment,
  language: responses.language,
  answeredAt: responses.answeredAt,
  day: responses.day,
  counts: responses.counts,
  isTest: responses.isTest,
  contactId: responses.contactId,
  accountId: responses.accountId,
  person: contacts.name,
  account: accounts.name,
  channel: invitations.channel,
  /** The door by which somebody came in for whom nobody vouches; null for who was asked. */
  unverified: sql<string | null>`case when ${invitations.sentDay} is null then ${invitations.doorId} end`,
}

/** These answers, in this order. */
export async function rowsOf(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await read(ctx)
    .select(listed)
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .innerJoin(invitations, eq(invitations.id, responses.invitationId))
    .leftJoin(contacts, eq(contacts.id, responses.contactId))
    .leftJoin(accounts, eq(accounts.id, responses.accountId))
    .where(inArray(responses.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
