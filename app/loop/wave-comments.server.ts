import { and, asc, count, eq, gt, isNotNull } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { withoutNames } from '#app/responses/list-responses.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

const commented = (ctx: Ctx, waveId: string) =>
  and(shownTo(ctx), eq(invitations.waveId, waveId), isNotNull(invitations.answeredAt), isNotNull(responses.comment))

/** How many of those who answered a wave wrote something. Reads one row an answer: ask for small waves only. */
export async function countWaveComments(ctx: Ctx, waveId: string): Promise<number> {
  authorise(ctx, 'programs.read')
  const [row] = await read(ctx)
    .select({ n: count() })
    .from(invitations)
    .innerJoin(responses, eq(responses.invitationId, invitations.id))
    .where(commented(ctx, waveId))
  return row?.n ?? 0
}

/** What they wrote, 20 at a time after a cursor (the id of the last invitation). */
export async function listWaveComments(ctx: Ctx, { waveId, after = '' }: { waveId: string; after?: string }) {
  authorise(ctx, 'responses.read')
  const rows = await read(ctx)
    .select({
      invitationId: invitations.id,
      id: responses.id,
      score: responses.score,
      class: responses.class,
      comment: responses.comment,
      language: responses.language,
      answeredAt: responses.answeredAt,
      contactId: responses.contactId,
      accountId: responses.accountId,
      person: contacts.name,
      account: accounts.name,
      metric: programs.metric,
    })
    .from(invitations)
    .innerJoin(responses, eq(responses.invitationId, invitations.id))
    .innerJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(contacts, eq(contacts.id, responses.contactId))
    .leftJoin(accounts, eq(accounts.id, responses.accountId))
    .where(and(commented(ctx, waveId), gt(invitations.id, after)))
    .orderBy(asc(invitations.id))
    .limit(21)
  return {
    voices: rows.slice(0, 20).map((row) => withoutNames(ctx, row)),
    next: rows.length > 20 ? rows[19]!.invitationId : null,
  }
}
