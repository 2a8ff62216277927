import { and, asc, count, eq, gt, inArray } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { can } from '#app/audit/can.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations, waveChoices } from '#db/schema/delivery.ts'

const notSent = ['skipped', 'cancelled', 'failed'] as const

/** Why invitations of a wave were not sent, or did not arrive: by reason, most first. */
export async function countNotSent(ctx: Ctx, waveId: string): Promise<{ reason: string; n: number }[]> {
  authorise(ctx, 'programs.read')
  const rows = await read(ctx)
    .select({ reason: invitations.reason, n: count() })
    .from(invitations)
    .where(and(eq(invitations.waveId, waveId), inArray(invitations.state, [...notSent])))
    .groupBy(invitations.reason)
  return rows.map((row) => ({ reason: row.reason ?? 'failed', n: row.n })).sort((a, b) => b.n - a.n)
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
    })
    .from(invitations)
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
  return { people: rows.slice(0, 50), next: rows.length > 50 ? rows[49]!.id : null }
}
