import { eq, sql } from 'drizzle-orm'
import { holdAsk, moveAsk } from '#app/advocacy/asking/change-ask.server.ts'
import { linkTurn } from '#app/advocacy/asking/give-referral-link.server.ts'
import { forbiddenBy, putIntoOutbox } from '#app/advocacy/asking/queue-ask.server.ts'
import { cancel } from '#app/advocacy/asking/stop-ask.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { noteAsked } from '#app/delivery/note-outreach.server.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import type { MailOutcome, Message } from '#app/email/template.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { messages } from '#db/schema/email.ts'

/**
 * Asked right before the mail of an ask leaves: every rule once more, as it is this moment. `hours` stands for a mail that is
 * late: it leaves with the next opening.
 * @returns why it must not leave, or null
 */
export async function guardAsk(ctx: TxCtx, message: Message): Promise<string | null> {
  const ask = await holdAsk(ctx, message.refId)
  const reminds = message.payload.turn === 'reminder'
  // Who just said yes waits for it: no rule about asking speaks of it.
  if (message.payload.turn === linkTurn) return ask?.state === 'accepted' || ask?.state === 'done' ? null : 'cancelled'
  if (!ask || ask.state !== (reminds ? 'sent' : 'queued')) return 'cancelled'
  const [block] = await forbiddenBy(ctx, ask)
  if (block) return block
  const [place] = await ctx.tx
    .select({ zone: sql<string | null>`coalesce(${contacts.zone}, ${accounts.zone})` })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(contacts.id, ask.contactId))
  const hours = await sendingHours(ctx, await findContactRules(ctx))
  return hours(ctx.now(), place?.zone ?? null) > ctx.now() ? 'outside_hours' : null
}

/** How an ask's mail ended, in the transaction that acknowledges it. Said twice, it changes nothing the second time. */
export async function settleAsk(ctx: TxCtx, message: Message, outcome: MailOutcome): Promise<void> {
  const ask = await holdAsk(ctx, message.refId)
  if (!ask || message.payload.turn === linkTurn) return
  const [end] = await ctx.tx
    .select({ stopReason: messages.stopReason, sentAt: messages.sentAt })
    .from(messages)
    .where(eq(messages.id, message.id))
  const reason = end?.stopReason ?? message.stopReason ?? outcome
  const reminds = message.payload.turn === 'reminder'
  if (outcome === 'sent') {
    const at = end?.sentAt ?? ctx.now()
    if (reminds) await ctx.tx.update(asks).set({ remindedAt: at }).where(eq(asks.id, ask.id))
    else if (ask.state === 'queued') {
      await moveAsk(ctx, ask, 'send', { set: { sentAt: at } })
      await noteAsked(ctx, { contactId: ask.contactId, accountId: ask.accountId, refId: ask.id, at })
    }
    return
  }
  if (reason === 'outside_hours' && ask.state === 'queued') {
    const hours = await sendingHours(ctx, await findContactRules(ctx))
    await putIntoOutbox(ctx, { ...ask, dueAt: hours(ctx.now(), null) }, message.toEmail, `again-${ctx.now()}`)
    return
  }
  // A reminder that may not go leaves the ask as it is: it was asked.
  if (!reminds && (ask.state === 'queued' || ask.state === 'sent')) await cancel(ctx, ask, reason)
}
