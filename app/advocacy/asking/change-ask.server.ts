import { and, eq } from 'drizzle-orm'
import { after, type AskVerb } from '#app/advocacy/asking/ask.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { rowLock } from '#db/lock.ts'

export type Ask = typeof asks.$inferSelect

const lockAsk = rowLock(asks, asks.id)

/** An ask as it is now, kept until the transaction ends; null when there is none. */
export async function holdAsk(ctx: TxCtx, askId: string): Promise<Ask | null> {
  await lockAsk(ctx.tx, askId)
  const [row] = await ctx.tx.select().from(asks).where(eq(asks.id, askId))
  return row ?? null
}

/**
 * The one door of every change of an ask's state: what its state refuses is refused, whoever wants it.
 * @throws Conflict `ask_state`
 */
export async function moveAsk(
  ctx: TxCtx,
  ask: Ask,
  verb: AskVerb,
  { set = {}, data = {} }: { set?: Partial<Ask>; data?: Record<string, string | number | null> } = {},
): Promise<void> {
  const to = after(ask.state, verb)
  if (to === null) throw new Conflict('ask_state')
  await ctx.tx
    .update(asks)
    .set({ ...set, state: to })
    .where(and(eq(asks.id, ask.id), eq(asks.state, ask.state)))
  await recordEvent(ctx, {
    type: askEvents[verb],
    subject: { kind: 'ask', id: ask.id },
    accountId: ask.accountId,
    contactId: ask.contactId,
    data: { kind: ask.kind, ...data },
  })
}

/** What is written down of each verb: the state of an ask can be told from its events alone. */
export const askEvents: Record<AskVerb, string> = {
  queue: 'advocacy.ask_written',
  note: 'advocacy.ask_sent',
  release: 'advocacy.ask_released',
  stop: 'advocacy.ask_stopped',
  send: 'advocacy.ask_sent',
  accept: 'advocacy.ask_accepted',
  decline: 'advocacy.ask_declined',
  later: 'advocacy.ask_put_off',
  expire: 'advocacy.ask_expired',
  finish: 'advocacy.ask_done',
}
