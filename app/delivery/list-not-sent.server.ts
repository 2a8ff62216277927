import { and, asc, count, eq, gt, inArray, min, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { can } from '#app/audit/can.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { whyColumns, whyOfRow } from '#app/delivery/explain-invitation.server.ts'
import { countIf } from '#db/fragments.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations, waveChoices } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** `deferred`: not yet. */
const notSent = ['skipped', 'cancelled', 'failed', 'deferred'] as const

/** Why invitations of a wave were not sent, or did not arrive: by reason, most first. */
export async function countNotSent(
  ctx: Ctx,
  waveId: string,
): Promise<{ reason: string; n: number; waiting: number; next: number | null }[]> {
  authorise(ctx, 'programs.read')
  const rows = await read(ctx)
    .select({
      reason: invitations.reason,
      n: count(),
      waiting: countIf(eq(invitations.state, 'deferred')),
      next: min(
        sql<number | null>`case when ${invitations.state} = 'deferred' then ${invitations.nextPossibleAt} end`,
      ).mapWith(Number),
    })
    .from(invitations)
    .where(and(eq(invitations.waveId, waveId), inArray(invitations.state, [...notSent])))
    .groupBy(invitations.reason)
  return rows.map((row) => ({ ...row, reason: row.reason ?? 'failed' })).sort((a, b) => b.n - a.n)
}

/**
 * The people behind a reason, 50 at a time after a cursor (the id of the last invitation). Who may not see customers
 * gets no names, so nothing.
 */
export async function listNotSent(
  ctx: Ctx,
  { waveId, reason, after = '' }: { waveId: string; reason: string; after?: string },
) {
  authorise(ctx, 'programs.read')
  if (!can(ctx.actor, 'accounts.read')) return { people: [], next: null }
  const rules = await findContactRules(ctx)
  const rows = await read(ctx)
    .select({
      id: invitations.id,
      contactId: contacts.id,
      name: contacts.name,
      accountId: accounts.id,
      accountName: accounts.name,
      veto: waveChoices.reason,
      note: waveChoices.note,
      chosenBy: users.name,
      ...whyColumns(ctx),
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .leftJoin(waveChoices, and(eq(waveChoices.waveId, waveId), eq(waveChoices.contactId, invitations.contactId)))
    .leftJoin(users, eq(users.id, waveChoices.chosenBy))
    .where(
      and(
        eq(invitations.waveId, waveId),
        inArray(invitations.state, [...notSent]),
        eq(invitations.reason, reason),
        gt(invitations.id, after),
      ),
    )
    .orderBy(asc(invitations.id))
    .limit(51)
  const people = rows.slice(0, 50).map(({ id, contactId, name, accountId, accountName, veto, note, chosenBy, ...row }) => ({
    id, contactId, name, accountId, accountName, veto, note, chosenBy,
    why: whyOfRow(row, rules),
  })) // prettier-ignore
  return { people, next: rows.length > 50 ? rows[49]!.id : null }
}
