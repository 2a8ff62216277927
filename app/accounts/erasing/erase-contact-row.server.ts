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

/**
 * Takes a person out of every list and every key they could be found by. What names them (`name`, `email`, `phone`)
 * stays until `blankContact`: by it the sweep finds what is written elsewhere.
 */
export async function hideContact(ctx: TxCtx, row: ContactRow): Promise<void> {
  const { tx } = ctx
  const at = Math.max(ctx.now(), row.updatedAt + 1)
  await tx
    .update(contacts)
    .set({
      state: 'erased',
      emailKey: null,
      nameKey: '',
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
      updatedAt: at,
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

/** The end: nothing of the row says any more who it was. */
export async function blankContact(ctx: TxCtx, contactId: string): Promise<void> {
  await ctx.tx
    .update(contacts)
    .set({ name: '', nameKana: null, email: null, phone: null, externalId: null })
    .where(eq(contacts.id, contactId))
}
