import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { AccountRow } from '#app/accounts/account-row.server.ts'
import { deriveContact } from '#app/accounts/contact-row.server.ts'
import { companyKey } from '#app/accounts/same-name.ts'
import { tellMoved } from '#app/accounts/tell-moved.server.ts'
import type { Restore, Restores } from '#app/accounts/undo/plan-restores.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { fold } from '#app/platform/text.ts'
import { accounts, accountStages, contacts } from '#db/schema/accounts.ts'
import { duplicates } from '#db/schema/accounts-moving.ts'

/**
 * Writes what was worked out: people go first, so that their addresses are free and their accounts empty, and what was
 * changed goes back in the other order of the import, so that no two have one key in between.
 */
export async function writeUndo(
  ctx: TxCtx,
  gone: { contacts: string[]; accounts: string[] },
  plan: Restores,
): Promise<void> {
  const { tx } = ctx
  if (gone.contacts.length) await tx.delete(contacts).where(inArray(contacts.id, gone.contacts))
  for (const restore of plan.contacts.toReversed()) {
    if (!Object.keys(restore.set).length) continue
    const row = { ...restore.row, ...restore.set }
    deriveContact(row)
    const { emailKey, nameKey, sortKey, searchKey, leftOn } = row
    await tx
      .update(contacts)
      .set({ ...restore.set, emailKey, nameKey, sortKey, searchKey, leftOn, updatedAt: timeOf(ctx, restore) })
      .where(eq(contacts.id, row.id))
  }
  if (gone.accounts.length) {
    await tx.delete(accountStages).where(inArray(accountStages.accountId, gone.accounts))
    await tx.delete(accounts).where(inArray(accounts.id, gone.accounts))
  }
  for (const restore of plan.accounts.toReversed()) {
    const { set, row } = restore
    if (!Object.keys(set).length) continue
    const names = set.name === undefined ? {} : { nameKey: fold(set.name), matchKey: companyKey(set.name) }
    await tx
      .update(accounts)
      .set({ ...set, ...names, updatedAt: timeOf(ctx, restore) })
      .where(eq(accounts.id, row.id))
    if (set.stage !== undefined) await forgetStage(ctx, restore)
    if (set.ownerId !== undefined) await tellMoved(ctx, [{ id: row.id, from: row.ownerId, to: set.ownerId }])
  }
  const ids = [...gone.contacts, ...gone.accounts]
  if (ids.length) await tx.delete(duplicates).where(or(inArray(duplicates.firstId, ids), inArray(duplicates.secondId, ids))) // prettier-ignore
}

/** A row that isn't quite as it was before has changed now. */
const timeOf = (ctx: TxCtx, { row, set }: Restore<{ id: string; updatedAt: number }>) =>
  set.updatedAt ?? Math.max(ctx.now(), row.updatedAt + 1)

/** The change of stage that the import noted was none: nobody was lost and nobody came back. */
async function forgetStage({ tx }: TxCtx, { row, set, after }: Restore<AccountRow>) {
  await tx
    .delete(accountStages)
    .where(
      and(
        eq(accountStages.accountId, row.id),
        set.stage == null ? isNull(accountStages.from) : eq(accountStages.from, set.stage),
        after.stage == null ? isNull(accountStages.to) : eq(accountStages.to, after.stage),
        eq(accountStages.at, after.updatedAt ?? -1),
      ),
    )
}
