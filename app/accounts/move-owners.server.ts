import { and, asc, count, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { refuseGone } from '#app/accounts/account-links.server.ts'
import { accountConditions, accountFilter, type AccountFilter } from '#app/accounts/list-accounts.server.ts'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { accountMoves, ownerMoves } from '#db/schema/accounts-moving.ts'

/** Accounts that change hands in one move. */
export const mostMoved = 5000

/** Which accounts: those that were ticked, else all that the filter of the list finds. */
export const pickSchema = z.object({
  ids: z.array(z.string().max(60)).max(200).default([]),
  filter: accountFilter,
})
type Picked = z.input<typeof pickSchema>

export const moveOwnersSchema = z.object({
  seat: z.enum(['owner', 'sales']),
  /** A colleague's id, or `none`. */
  toId: z
    .string()
    .max(60)
    .transform((id) => (id === 'none' ? null : id)),
  withCases: z.boolean().default(false),
  /** How many the preview showed: another number is shown again first. */
  seen: z.coerce.number().int(),
})

const insertMoves = rowsInsert(accountMoves, ['moveId', 'accountId', 'fromId', 'toId', 'state', 'cases'])

const picked = (ctx: Ctx, { ids, filter }: { ids: string[]; filter: AccountFilter }): SQL | undefined =>
  ids.length ? inArray(accounts.id, ids) : and(...accountConditions(ctx, filter))

/** How many accounts a move would change, and whose they are now. */
export async function previewMove(ctx: Ctx, input: Picked) {
  authorise(ctx, 'accounts.import')
  const rows = await read(ctx)
    .select({ id: users.id, name: users.name, n: count() })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .where(picked(ctx, pickSchema.parse(input)))
    .groupBy(users.id, users.name)
  const total = rows.reduce((sum, row) => sum + row.n, 0)
  return { total, owners: rows.sort((a, b) => b.n - a.n), tooMany: total > mostMoved }
}

/**
 * Gives many accounts to another owner: writes down which, and a job goes through them. @returns the move's id
 * @throws Conflict when the list has changed since the preview, Invalid when the new owner has left
 */
export async function moveOwners(ctx: Ctx, pick: Picked, input: z.input<typeof moveOwnersSchema>): Promise<string> {
  const { seat, toId, withCases, seen } = moveOwnersSchema.parse(input)
  authorise(ctx, 'accounts.import')
  const column = seat === 'owner' ? accounts.ownerId : accounts.salesId
  const rows = await read(ctx)
    .select({ id: accounts.id, fromId: column })
    .from(accounts)
    .where(picked(ctx, pickSchema.parse(pick)))
    .orderBy(asc(accounts.id))
    .limit(mostMoved + 1)
  if (rows.length !== seen || rows.length > mostMoved) throw new Conflict('list_changed')
  const moves = rows.filter((row) => row.fromId !== toId)
  if (!moves.length) throw new Invalid('nothing_to_move')
  return write(ctx, async (ctx) => {
    if (toId !== null) await refuseGone(ctx, toId, 'toId')
    return begin(ctx, { seat, toId, withCases: withCases && seat === 'owner' && toId !== null, undoOf: null }, moves.map((row) => ({ accountId: row.id, fromId: row.fromId, toId }))) // prettier-ignore
  })
}

/** Gives every account of a move back, unless somebody has changed its owner since. Once. @returns the new move's id */
export async function undoMove(ctx: Ctx, id: string): Promise<string> {
  authorise(ctx, 'accounts.import')
  return write(ctx, async (ctx) => {
    const [move] = await ctx.tx
      .update(ownerMoves)
      .set({ state: 'undone' })
      .where(and(eq(ownerMoves.id, id), eq(ownerMoves.state, 'done'), isNull(ownerMoves.undoOf)))
      .returning()
    if (!move) throw new Conflict('move_not_over')
    const rows = await ctx.tx
      .select()
      .from(accountMoves)
      .where(and(eq(accountMoves.moveId, id), eq(accountMoves.state, 'moved')))
    return begin(ctx, { seat: move.seat, toId: null, withCases: move.withCases, undoOf: id }, rows.map((row) => ({ accountId: row.accountId, fromId: row.toId, toId: row.fromId, cases: row.cases }))) // prettier-ignore
  })
}

type Row = { accountId: string; fromId: string | null; toId: string | null; cases?: { id: string; from: string }[] }

async function begin(ctx: TxCtx, move: Plan, rows: Row[]): Promise<string> {
  const at = ctx.now()
  const id = newId('mov', at)
  await ctx.tx.insert(ownerMoves).values({
    id,
    ...move,
    state: 'running',
    total: rows.length,
    moved: 0,
    movedCases: 0,
    skipped: 0,
    createdBy: ctx.actor.id ?? ctx.actor.kind,
    createdAt: at,
  })
  await insertMoves(ctx.tx, rows.map((row) => ({ moveId: id, state: 'waiting' as const, cases: [], ...row }))) // prettier-ignore
  await enqueue(ctx, { kind: 'loop.move-owners', key: `owner-move/${id}`, payload: { moveId: id } })
  await recordEvent(ctx, {
    type: move.undoOf ? 'accounts.move_undone' : 'accounts.move_started',
    subject: { kind: 'owner_move', id },
    data: { rows: rows.length, to: move.toId, kind: move.seat },
  })
  return id
}
type Plan = { seat: 'owner' | 'sales'; toId: string | null; withCases: boolean; undoOf: string | null }
