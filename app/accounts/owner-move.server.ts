import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import { authorise, read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { accountMoves, ownerMoves } from '#db/schema/accounts-moving.ts'

type Move = Pick<typeof accountMoves.$inferSelect, 'accountId' | 'fromId' | 'toId'>

/** A move with how far it has come. @throws NotFound */
export async function getMove(ctx: Ctx, id: string) {
  authorise(ctx, 'accounts.import')
  const [row] = await read(ctx)
    .select({ move: ownerMoves, toName: users.name })
    .from(ownerMoves)
    .leftJoin(users, eq(users.id, ownerMoves.toId))
    .where(eq(ownerMoves.id, id))
  if (!row) throw new NotFound()
  return { ...row.move, toName: row.toName }
}

/** Moves one account, if its owner is still who it was. Its event tells other rooms. */
export async function moveOne(ctx: TxCtx, seat: 'owner' | 'sales', row: Move): Promise<boolean> {
  const column = seat === 'owner' ? accounts.ownerId : accounts.salesId
  const [account] = await ctx.tx
    .select({ updatedAt: accounts.updatedAt })
    .from(accounts)
    .where(eq(accounts.id, row.accountId))
  if (!account) return false
  const [moved] = await ctx.tx
    .update(accounts)
    .set({
      [seat === 'owner' ? 'ownerId' : 'salesId']: row.toId,
      updatedAt: Math.max(ctx.now(), account.updatedAt + 1),
    })
    .where(
      and(
        eq(accounts.id, row.accountId),
        row.fromId === null ? isNull(column) : eq(column, row.fromId),
        row.toId === null ? undefined : or(isNull(column), ne(column, row.toId)),
      ),
    )
    .returning({ id: accounts.id })
  if (!moved) return false
  await recordEvent(ctx, {
    type: seat === 'owner' ? 'accounts.moved' : 'accounts.sales_moved',
    subject: { kind: 'account', id: row.accountId },
    accountId: row.accountId,
    data: { from: row.fromId, to: row.toId },
  })
  return true
}

/** Writes down how one account of a move fared. */
export const settleMove = (
  ctx: TxCtx,
  moveId: string,
  accountId: string,
  state: 'moved' | 'skipped',
  cases: { id: string; from: string }[],
) =>
  ctx.tx
    .update(accountMoves)
    .set({ state, cases })
    .where(and(eq(accountMoves.moveId, moveId), eq(accountMoves.accountId, accountId)))

/** The next accounts of a move that wait. */
export const waitingMoves = (ctx: Ctx, moveId: string, n: number) =>
  read(ctx)
    .select()
    .from(accountMoves)
    .where(and(eq(accountMoves.moveId, moveId), eq(accountMoves.state, 'waiting')))
    .orderBy(asc(accountMoves.accountId))
    .limit(n)

/** Adds to the counts of a running move, and ends it when nothing waits. */
export async function countMove(ctx: TxCtx, id: string, add: { moved: number; movedCases: number; skipped: number }) {
  const [move] = await ctx.tx.select().from(ownerMoves).where(eq(ownerMoves.id, id))
  const left = await waitingMoves(ctx, id, 1)
  await ctx.tx
    .update(ownerMoves)
    .set({
      moved: move!.moved + add.moved,
      movedCases: move!.movedCases + add.movedCases,
      skipped: move!.skipped + add.skipped,
      ...(left.length === 0 && { state: 'done' as const, endedAt: ctx.now() }),
    })
    .where(eq(ownerMoves.id, id))
}
