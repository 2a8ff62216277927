import { and, eq, or, sql } from 'drizzle-orm'
import type { ContactRow } from '#app/accounts/contact-row.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { rowLock } from '#db/lock.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { duplicates, mergedIds } from '#db/schema/accounts-moving.ts'

const lockContact = rowLock(contacts, contacts.id)

/** The person's row, kept for this transaction; null when there is none. */
export async function holdContact(ctx: TxCtx, contactId: string): Promise<ContactRow | null> {
  await lockContact(ctx.tx, contactId)
  const [row] = await ctx.tx.select().from(contacts).where(eq(contacts.id, contactId))
  return row ?? null
}

/** What a person is recognised by in texts; all that the sweep after an erasing needs. */
export type Known = Pick<ContactRow, 'id' | 'email' | 'phone' | 'externalId' | 'name' | 'nameKana'>

/**
 * Takes everything from a person's row that says who they are. What they are recognised by stays until the sweep is over
 * (`endErasing`), in a key that no erased person is found or shown by: a killed sweep must be able to begin again.
 */
export async function hideContact(ctx: TxCtx, row: ContactRow): Promise<void> {
  const { tx } = ctx
  const { email, phone, externalId, name, nameKana } = row
  await tx
    .update(contacts)
    .set({
      state: 'erased',
      name: '',
      nameKey: JSON.stringify({ email, phone, externalId, name, nameKana }),
      nameKana: null,
      email: null,
      emailKey: null,
      phone: null,
      externalId: null,
      searchKey: '',
      sortKey: '',
      title: null,
      department: null,
      role: null,
      language: null,
      zone: null,
      leftOn: null,
      successorId: null,
      lastInvitedAt: null,
      lastAnsweredAt: null,
      lastClass: null,
      updatedAt: Math.max(ctx.now(), row.updatedAt + 1),
    })
    .where(eq(contacts.id, row.id))
  if (row.accountId !== null) {
    const colleague = and(eq(contacts.accountId, row.accountId), eq(contacts.successorId, row.id))
    await tx.update(contacts).set({ successorId: null }).where(colleague)
    await tx
      .update(accounts)
      .set({ sponsorId: null, updatedAt: sql`${accounts.updatedAt} + 1` })
      .where(and(eq(accounts.id, row.accountId), eq(accounts.sponsorId, row.id)))
  }
  await tx.delete(holds).where(eq(holds.subjectKey, `con:${row.id}`))
  await tx.delete(duplicates).where(or(eq(duplicates.firstId, row.id), eq(duplicates.secondId, row.id)))
  await tx
    .update(mergedIds)
    .set({ externalId: null, nameKey: null, emailKey: null })
    .where(eq(mergedIds.intoId, row.id))
}

/** Who is being erased; null when nobody is, or it is over. */
export async function whoIsErased(ctx: TxCtx, contactId: string): Promise<Known | null> {
  const row = await holdContact(ctx, contactId)
  return row?.state === 'erased' && row.nameKey !== ''
    ? { id: row.id, ...(JSON.parse(row.nameKey) as Omit<Known, 'id'>) }
    : null
}

/** The end: nothing says any more who it was. */
export async function endErasing(ctx: TxCtx, contactId: string): Promise<void> {
  await ctx.tx.update(contacts).set({ nameKey: '' }).where(eq(contacts.id, contactId))
}
