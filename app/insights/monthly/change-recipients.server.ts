import { and, count, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { emailField, idField } from '#app/access/user.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { mostRecipients, recipientForm } from '#app/insights/monthly/monthly.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { monthlyLinks, monthlyRecipients } from '#db/schema/insights.ts'

/**
 * Adds an address to the list, or changes its language. Who has left the list by themselves is not put back by
 * somebody else. @returns the id of the recipient
 * @throws Invalid `bad_address`, `recipient_stopped`; Conflict `too_many_recipients`
 */
export async function addRecipient(ctx: Ctx, input: z.input<typeof recipientForm>): Promise<string> {
  const { email: typed, language } = recipientForm.parse(input)
  authorise(ctx, 'settings.edit')
  const address = emailField.safeParse(typed)
  if (!address.success) throw new Invalid('recipient_address', { email: 'recipient_address' })
  const email = address.data
  return write(ctx, async (ctx) => {
    const at = ctx.now()
    const [known] = await ctx.tx
      .select()
      .from(monthlyRecipients)
      .where(eq(monthlyRecipients.emailKey, emailKey(email)))
    if (known?.state === 'stopped') throw new Invalid('recipient_stopped', { email: 'recipient_stopped' })
    const [all] = await ctx.tx
      .select({ n: count() })
      .from(monthlyRecipients)
      .where(eq(monthlyRecipients.state, 'active'))
    if (known?.state !== 'active' && all!.n >= mostRecipients)
      throw new Conflict('too_many_recipients', { n: mostRecipients })
    const id = known?.id ?? newId('mrc', at)
    const addedBy = ctx.actor.id ?? ctx.actor.kind
    const set = { email, language, state: 'active' as const, addedBy, changedAt: at }
    await ctx.tx
      .insert(monthlyRecipients)
      .values({ id, emailKey: emailKey(email), createdAt: at, ...set })
      .onConflictDoUpdate({ target: monthlyRecipients.id, set })
    await recordEvent(ctx, { type: 'insights.recipient_added', subject: { kind: 'recipient', id } })
    return id
  })
}

/** Takes somebody off the list; links that they have open nothing any more. */
export async function removeRecipient(ctx: Ctx, input: { id: string }) {
  const id = idField.parse(input.id)
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(monthlyRecipients)
      .set({ state: 'removed', changedAt: ctx.now() })
      .where(and(eq(monthlyRecipients.id, id), eq(monthlyRecipients.state, 'active')))
      .returning({ email: monthlyRecipients.email, language: monthlyRecipients.language })
    if (!row) throw new NotFound()
    await revoke(ctx, id)
    await recordEvent(ctx, { type: 'insights.recipient_removed', subject: { kind: 'recipient', id } })
    return row
  })
}

/** Ends the links that somebody has; the next month's mail brings a new one. @returns how many */
export async function revokeLinks(ctx: Ctx, input: { id: string }): Promise<number> {
  const id = idField.parse(input.id)
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const n = await revoke(ctx, id)
    await recordEvent(ctx, {
      type: 'insights.links_revoked',
      subject: { kind: 'recipient', id },
      data: { n },
    })
    return n
  })
}

async function revoke(ctx: TxCtx, recipientId: string): Promise<number> {
  const ended = await ctx.tx
    .update(monthlyLinks)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(monthlyLinks.recipientId, recipientId), isNull(monthlyLinks.revokedAt)))
    .returning({ id: monthlyLinks.id })
  return ended.length
}
