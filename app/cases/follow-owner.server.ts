import { and, eq, inArray, ne } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { cases } from '#db/schema/cases.ts'

/**
 * The open cases of an account go along with it: those of its old owner (`fromId`), or those named with whose they were
 * before (a move that is taken back). They count as unclaimed again. @returns the cases that moved, with their owner before
 */
export async function followOwner(
  ctx: TxCtx,
  {
    accountId,
    fromId,
    toId,
    back,
  }: { accountId: string; fromId: string | null; toId: string | null; back: { id: string; from: string }[] | null },
): Promise<{ id: string; from: string }[]> {
  const open = and(eq(cases.accountId, accountId), ne(cases.state, 'closed'))
  if (fromId === null || back?.length === 0) return []
  const rows = back
    ? await ctx.tx.select({ id: cases.id, ownerId: cases.ownerId, lock: cases.lockVersion }).from(cases).where(and(open, inArray(cases.id, back.map((one) => one.id))))
    : await ctx.tx.select({ id: cases.id, ownerId: cases.ownerId, lock: cases.lockVersion }).from(cases).where(and(open, eq(cases.ownerId, fromId))) // prettier-ignore
  const moved: { id: string; from: string }[] = []
  for (const row of rows) {
    const ownerId = back?.find((one) => one.id === row.id)?.from ?? toId
    // Somebody else took it since: it is theirs.
    if (ownerId === null || ownerId === row.ownerId || row.ownerId !== fromId) continue
    if (await isKeptFrom(ctx, row.id, ownerId)) continue
    const [done] = await ctx.tx
      .update(cases)
      .set({ ownerId, claimedAt: null, lockVersion: row.lock + 1 })
      .where(and(eq(cases.id, row.id), eq(cases.ownerId, row.ownerId), ne(cases.state, 'closed')))
      .returning({ id: cases.id })
    if (!done) continue
    moved.push({ id: row.id, from: row.ownerId })
    await recordEvent(ctx, {
      type: 'cases.assigned',
      subject: { kind: 'case', id: row.id },
      accountId,
      data: { ownerId, fromOwnerId: row.ownerId, why: 'account_moved' },
    })
  }
  return moved
}
