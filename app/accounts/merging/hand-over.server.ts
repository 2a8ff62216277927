import { and, eq, inArray, ne, notInArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { accountStages, accounts, contacts, holds } from '#db/schema/accounts.ts'

/** People of an account that is merged into another. @returns how many, at most `most` */
export const handOverPeople = async (ctx: TxCtx, pair: Repointing, most: number): Promise<number> =>
  (await repoint(ctx.tx, contacts, 'accountId', pair, most)).length

/** The stages that an account has been in: who looks back sees both histories. */
export const handOverStages = async (ctx: TxCtx, pair: Repointing, most: number): Promise<number> =>
  (await repoint(ctx.tx, accountStages, 'accountId', pair, most)).length

/** Accounts below one that is merged stand below the other; the other itself finds its place when the merge ends. */
export async function handOverChildren(ctx: TxCtx, { from, into }: Repointing, most: number): Promise<number> {
  const below = ctx.tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.parentId, from), ne(accounts.id, into)))
    .limit(most)
  const rows = await ctx.tx
    .update(accounts)
    .set({ parentId: into })
    .where(inArray(accounts.id, below))
    .returning({ id: accounts.id })
  return rows.length
}

/** What forbids to write to either forbids it from now on: of the same hold twice the one that stands longer. */
export async function handOverHolds(
  ctx: TxCtx,
  kind: 'acc' | 'con',
  { from, into }: Repointing,
  most: number,
): Promise<number> {
  const [old, now] = [`${kind}:${from}`, `${kind}:${into}`]
  const rows = await ctx.tx.select().from(holds).where(eq(holds.subjectKey, old)).limit(most)
  for (const { id, reason, refId, until } of rows) {
    const [same] = await ctx.tx
      .select()
      .from(holds)
      .where(and(eq(holds.subjectKey, now), eq(holds.reason, reason), eq(holds.refId, refId)))
    if (!same) await ctx.tx.update(holds).set({ subjectKey: now }).where(eq(holds.id, id))
    else {
      const longer = until === null || same.until === null ? null : Math.max(until, same.until)
      await ctx.tx.update(holds).set({ until: longer }).where(eq(holds.id, same.id))
      await ctx.tx.delete(holds).where(eq(holds.id, id))
    }
  }
  return rows.length
}

/**
 * Who was to take over from, or spoke as sponsor for, one of two people: the one that stays does, where they belong to
 * that account in the end. `accountIds`: of both, before.
 */
export async function handOverSeats(
  ctx: TxCtx,
  { from, into }: Repointing,
  { accountIds, accountId }: { accountIds: (string | null)[]; accountId: string | null },
): Promise<void> {
  for (const id of new Set(accountIds)) {
    if (id === null) continue
    const stays = id === accountId ? into : null
    const ofEither = [from, into]
    await ctx.tx
      .update(contacts)
      .set({ successorId: stays })
      .where(
        and(eq(contacts.accountId, id), inArray(contacts.successorId, ofEither), notInArray(contacts.id, ofEither)),
      )
    await ctx.tx
      .update(accounts)
      .set({ sponsorId: stays })
      .where(and(eq(accounts.id, id), inArray(accounts.sponsorId, ofEither)))
  }
}
