import { and, eq, inArray } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { giveCase } from '#app/cases/give-case.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { aboutCase } from '#app/cases/routing/about-case.server.ts'
import { lastGiven } from '#app/cases/routing/last-given.server.ts'
import { routeCase } from '#app/cases/routing/route-case.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { users } from '#db/schema/access.ts'
import { cases } from '#db/schema/cases.ts'

type Moved = { id: string; from: string }

/**
 * The open cases of an account go along with it, once it has its new owner: those of its old one (`fromId`), or of who has
 * them in that one's place. They go where a new case would go: to the owner, or who stands in. Or, when a move is taken
 * back, those named in `back` go to whose they were. They count as unclaimed again.
 * @returns the cases that moved, with their owner before
 */
export async function followOwner(
  ctx: TxCtx,
  {
    accountId,
    fromId,
    toId,
    back,
  }: { accountId: string; fromId: string | null; toId: string | null; back: Moved[] | null },
): Promise<Moved[]> {
  if (fromId === null || back?.length === 0) return []
  const ids = back?.map((one) => one.id)
  const open = await ctx.tx
    .select({ id: cases.id, ownerId: cases.ownerId })
    .from(cases)
    .where(and(eq(cases.accountId, accountId), isOpen, ids && inArray(cases.id, ids)))
  const moved: Moved[] = []
  for (const row of open) {
    // Somebody else took it since: it is theirs.
    if (row.ownerId !== fromId && (await inWhosePlace(ctx, row)) !== fromId) continue
    const to = await nextOwner(ctx, row.id, toId, back?.find((one) => one.id === row.id)?.from ?? null)
    if (to === null || to.ownerId === row.ownerId || (await isKeptFrom(ctx, row.id, to.ownerId))) continue
    if (await giveCase(ctx, { caseId: row.id, fromId: row.ownerId, to, since: 'account_moved' }))
      moved.push({ id: row.id, from: row.ownerId })
  }
  return moved
}

/**
 * Subscriber of `accounts.moved_by_list`: cases go along with accounts that change hands by an import, its undo, the API or
 * a merge. Where one is moved by hand, the same transaction moves them, or leaves them by choice.
 */
export async function followListed(ctx: Ctx, event: EventRow): Promise<void> {
  const { from, to } = event.data as { from: string | null; to: string | null }
  await write(ctx, (ctx) => followOwner(ctx, { accountId: event.subjectId, fromId: from, toId: to, back: null }))
}

async function nextOwner(ctx: TxCtx, caseId: string, toId: string | null, before: string | null) {
  if (before !== null) {
    const [user] = await ctx.tx.select({ state: users.state }).from(users).where(eq(users.id, before))
    if (user?.state === 'active') return { ownerId: before }
  }
  if (toId === null) return null
  return routeCase(ctx, await aboutCase(ctx, caseId), caseId)
}

/** For whom its owner was given a case; null when they have it in their own right. */
async function inWhosePlace(ctx: TxCtx, found: { id: string; ownerId: string }): Promise<unknown> {
  const last = await lastGiven(ctx, found)
  return last?.data.why === 'stand_in' ? last.data.forId : null
}
