import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { holdAsk, moveAsk, type Ask } from '#app/advocacy/asking/change-ask.server.ts'
import { forbiddenBy } from '#app/advocacy/asking/queue-ask.server.ts'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { cancelMessages } from '#app/email/cancel-messages.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { NotFound } from '#app/platform/errors.ts'
import { accounts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

const input = z.object({ askId: z.string().max(60), why: z.string().trim().max(500).default('') })

/**
 * Stops an ask: who wrote it, the owner of the account, who stands above. What has been sent is asked no second time.
 * @throws NotFound; Forbidden for who has nothing to do with it; Conflict when it is over
 */
export async function stopAsk(ctx: Ctx, given: z.input<typeof input>): Promise<void> {
  const { askId, why } = input.parse(given)
  await write(ctx, async (ctx) => {
    const ask = await holdAsk(ctx, askId)
    if (!ask) throw new NotFound()
    const mine = ctx.actor.kind === 'user' && ask.holderId === ctx.actor.id
    if (!mine) authorise(ctx, 'asks.stop', await ownerOf(ctx, ask))
    await cancel(ctx, ask, 'stopped', why)
  })
}

/**
 * Subscriber of what changes a person or an account: what is reserved or on its way to them, and forbidden by now, is
 * cancelled before it leaves.
 */
export async function recheckAsks(ctx: Ctx, event: EventRow): Promise<void> {
  const { accountId, contactId } = event
  const which = accountId ? eq(asks.accountId, accountId) : contactId ? eq(asks.contactId, contactId) : null
  if (!which) return
  const pending = await read(ctx)
    .select({ id: asks.id })
    .from(asks)
    .where(and(which, inArray(asks.state, ['reserved', 'queued'])))
  for (const { id } of pending)
    await write(ctx, async (ctx) => {
      const ask = await holdAsk(ctx, id)
      if (ask?.state !== 'reserved' && ask?.state !== 'queued') return
      const [block] = await forbiddenBy(ctx, ask)
      if (block) await cancel(ctx, ask, block)
    })
}

/** Ends a pending ask for a reason: a rule by its name, or a colleague. */
export async function cancel(ctx: TxCtx, ask: Ask, reason: string, why = ''): Promise<void> {
  const set = { cancelReason: reason, endedAt: ctx.now(), endedBy: ctx.actor.kind === 'user' ? ctx.actor.id : null }
  await moveAsk(ctx, ask, 'stop', { set, data: { reason, ...(why && { why }) } })
  await cancelMessages(ctx, { refKind: 'ask', refId: ask.id, reason: 'cancelled' })
}

/** Whose customer is asked. */
export async function ownerOf(ctx: TxCtx, { accountId }: Ask) {
  if (accountId === null) return { ownerId: null }
  const [row] = await ctx.tx.select({ ownerId: accounts.ownerId }).from(accounts).where(eq(accounts.id, accountId))
  return { ownerId: row?.ownerId ?? null }
}
