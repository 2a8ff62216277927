import { eq } from 'drizzle-orm'
import { contactId } from '#app/accounts/account.ts'
import { listHolds } from '#app/accounts/list-holds.server.ts'
import { goneOrMerged, survivorOf } from '#app/accounts/merging/merged-into.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** A person as their page shows them. @throws NotFound */
export async function getContact(ctx: Ctx, input: string) {
  authorise(ctx, 'accounts.read')
  const id = contactId.safeParse(input)
  if (!id.success) throw new NotFound()
  const db = read(ctx)
  const [row] = await db
    .select({
      contact: contacts,
      accountName: accounts.name,
      ownerId: accounts.ownerId,
      ownerName: users.name,
      ownerTeamId: users.teamId,
    })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .where(eq(contacts.id, id.data))
  if (!row) throw await goneOrMerged(ctx, id.data)
  return {
    ...row.contact,
    lastClass: can(ctx.actor, 'responses.names') ? row.contact.lastClass : null,
    accountName: row.accountName,
    successorName: await nameOf(ctx, row.contact.successorId),
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    mayEdit:
      row.contact.state !== 'erased' &&
      can(ctx.actor, 'contacts.edit', { ownerId: row.ownerId, teamId: row.ownerTeamId }),
    holds: await listHolds(db, `con:${id.data}`),
  }
}

async function nameOf(ctx: Ctx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await read(ctx).select({ name: contacts.name }).from(contacts).where(eq(contacts.id, id))
  return row?.name ?? nameOf(ctx, await survivorOf(ctx, id))
}
