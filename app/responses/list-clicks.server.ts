import { and, desc, eq, gte } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { DAY } from '#app/platform/day.ts'
import { unanswered } from '#app/responses/get-ledger.server.ts'
import { withoutNames } from '#app/responses/list-responses.server.ts'
import { daysKept } from '#app/responses/prune-touches.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import { below } from '#db/keyset.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { clicks } from '#db/schema/responses-touches.ts'
import { programs } from '#db/schema/surveys.ts'

const perPage = 50

/** Who followed a score's link of this program in the last 90 days and did nothing more, the latest first, without the names that this actor may not see. */
export async function listClicks(ctx: Ctx, { programId, after }: { programId: string; after?: string | null }) {
  authorise(ctx, 'responses.read')
  const from = readCursor(after, 'number')
  const rows = await read(ctx)
    .select({
      id: clicks.invitationId,
      at: clicks.at,
      score: clicks.score,
      metric: programs.metric,
      contactId: invitations.contactId,
      accountId: invitations.accountId,
      person: contacts.name,
      account: accounts.name,
    })
    .from(clicks)
    .innerJoin(programs, eq(programs.id, clicks.programId))
    .innerJoin(invitations, eq(invitations.id, clicks.invitationId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(
      and(
        eq(clicks.programId, programId),
        gte(clicks.at, ctx.now() - daysKept * DAY),
        from ? below(clicks.at, clicks.invitationId, from) : undefined,
        unanswered(read(ctx)),
      ),
    )
    .orderBy(desc(clicks.at), desc(clicks.invitationId))
    .limit(perPage + 1)
  const page = rows.slice(0, perPage)
  const last = rows.length > perPage ? page.at(-1)! : null
  return {
    clicks: page.map((row) => withoutNames(ctx, { ...row, class: classOf(row.metric, row.score) })),
    next: last && writeCursor(last.at, last.id),
    days: daysKept,
  }
}
