import { eq, inArray, or, sql } from 'drizzle-orm'
import { refuseCircle } from '#app/accounts/account-links.server.ts'
import type { AccountRow } from '#app/accounts/account-row.server.ts'
import { deriveContact, type ContactRow } from '#app/accounts/contact-row.server.ts'
import { accountFields, contactFields, mergedColumns, type MergeKind } from '#app/accounts/merging/fields.ts'
import { handOverSeats } from '#app/accounts/merging/hand-over.server.ts'
import { noteStages } from '#app/accounts/note-stages.server.ts'
import { companyKey } from '#app/accounts/same-name.ts'
import { tellMoved } from '#app/accounts/tell-moved.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { fold } from '#app/platform/text.ts'
import { forUpdate } from '#db/fragments.ts'
import type { Repointing } from '#db/repoint.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { duplicates, mergedIds } from '#db/schema/accounts-moving.ts'

export interface Absorbing extends Repointing {
  /** Fields of which the other record's value stays. */
  take: readonly string[]
  /** What moved, by its kind: for the record. */
  counts: Record<string, number>
}

/**
 * Keeps both rows for this transaction: who would add something to either waits, and then finds only the survivor.
 * @returns whether both are there
 */
export async function holdBoth(ctx: TxCtx, kind: MergeKind, { from, into }: Repointing): Promise<boolean> {
  const table = kind === 'account' ? accounts : contacts
  const rows = await ctx.tx
    .select({ id: table.id })
    .from(table)
    .where(sql`${inArray(table.id, [from, into])} order by ${table.id} ${forUpdate()}`)
  return rows.length === 2
}

/**
 * The end of a merge, when nothing belongs to the other account any more: the survivor takes on what was chosen, the
 * other goes, and all that it was known by leads to the survivor. A parent that would close a circle is left out.
 */
export async function absorbAccount(ctx: TxCtx, absorbing: Absorbing): Promise<void> {
  const { from, into, take } = absorbing
  const survivor = await rowOf(ctx, accounts, into)
  const other = await rowOf(ctx, accounts, from)
  const at = Math.max(ctx.now(), survivor.updatedAt + 1)
  const merged: AccountRow = { ...survivor, ...mergedColumns(accountFields, survivor, other, take), updatedAt: at }
  merged.nameKey = fold(merged.name)
  merged.matchKey = companyKey(merged.name)
  await ctx.tx.delete(accounts).where(eq(accounts.id, from))
  merged.parentId = await parentOf(ctx, merged, other)
  await ctx.tx.update(accounts).set(merged).where(eq(accounts.id, into))
  await noteStages(ctx.tx, [{ accountId: into, from: survivor.stage, to: merged.stage, at }])
  await tellMoved(ctx, [{ id: into, from: survivor.ownerId, to: merged.ownerId }])
  const gone = (column: 'externalId' | 'nameKey' | 'domain') => unkept(merged[column], survivor[column], other[column])
  await remember(ctx, 'account', absorbing, into, {
    externalId: gone('externalId'),
    nameKey: gone('nameKey'),
    domain: gone('domain'),
    emailKey: null,
  })
}

/** The same for two people. They were last invited and last answered when either was. */
export async function absorbContact(ctx: TxCtx, absorbing: Absorbing): Promise<void> {
  const { from, into, take } = absorbing
  const survivor = await rowOf(ctx, contacts, into)
  const other = await rowOf(ctx, contacts, from)
  const at = Math.max(ctx.now(), survivor.updatedAt + 1)
  const merged: ContactRow = { ...survivor, ...mergedColumns(contactFields, survivor, other, take), updatedAt: at }
  if (merged.successorId === from || merged.successorId === into) merged.successorId = null
  merged.lastInvitedAt = latest(survivor.lastInvitedAt, other.lastInvitedAt)
  merged.lastAnsweredAt = latest(survivor.lastAnsweredAt, other.lastAnsweredAt)
  if (merged.lastAnsweredAt !== survivor.lastAnsweredAt) merged.lastClass = other.lastClass
  deriveContact(merged)
  await ctx.tx.delete(contacts).where(eq(contacts.id, from))
  await ctx.tx.update(contacts).set(merged).where(eq(contacts.id, into))
  const accountIds = [survivor.accountId, other.accountId]
  await handOverSeats(ctx, absorbing, { accountIds, accountId: merged.accountId })
  const gone = (column: 'externalId' | 'nameKey' | 'emailKey') =>
    unkept(merged[column], survivor[column], other[column])
  await remember(ctx, 'contact', absorbing, merged.accountId, {
    externalId: gone('externalId'),
    nameKey: gone('nameKey'),
    domain: null,
    emailKey: gone('emailKey'),
  })
}

async function rowOf<T extends typeof accounts | typeof contacts>(ctx: TxCtx, table: T, id: string) {
  const [row] = await ctx.tx
    .select()
    .from(table as typeof accounts)
    .where(eq(table.id, id))
  return row as T['$inferSelect']
}

const latest = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b))

/** Of what both were called, the one that stays with nobody. */
const unkept = (kept: string | null, ...said: (string | null)[]) =>
  said.find((value) => value !== null && value !== kept) ?? null

/** What stood above the survivor; where that was the other, what stood above it. */
async function parentOf(ctx: TxCtx, merged: AccountRow, other: AccountRow): Promise<string | null> {
  const parentId = merged.parentId === other.id ? other.parentId : merged.parentId
  if (parentId === null || parentId === merged.id) return null
  try {
    await refuseCircle(ctx, merged.id, parentId)
    return parentId
  } catch (error) {
    if (error instanceof Invalid) return null
    throw error
  }
}

type Keys = Pick<typeof mergedIds.$inferInsert, 'externalId' | 'nameKey' | 'domain' | 'emailKey'>

/** Old links and ids lead to the survivor, those of earlier merges at once; the pair is no duplicate any more. */
async function remember(
  ctx: TxCtx,
  kind: MergeKind,
  { from, into, counts, take }: Absorbing,
  accountId: string | null,
  keys: Keys,
) {
  // prettier-ignore
  const by = ctx.actor.id ?? ctx.actor.kind
  await ctx.tx.update(mergedIds).set({ intoId: into }).where(eq(mergedIds.intoId, from))
  await ctx.tx.insert(mergedIds).values({ id: from, kind, intoId: into, ...keys, counts, at: ctx.now(), mergedBy: by })
  await ctx.tx.delete(duplicates).where(or(eq(duplicates.firstId, from), eq(duplicates.secondId, from)))
  await recordEvent(ctx, {
    type: kind === 'account' ? 'accounts.merged' : 'contacts.merged',
    subject: { kind, id: into },
    accountId,
    contactId: kind === 'contact' ? into : null,
    data: { from, taken: [...take], ...counts },
  })
}
