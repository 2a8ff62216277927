import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { whyNotSend } from '#app/advocacy/quotes/why-not-send.server.ts'
import { getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import { isAddress } from '#app/email/address.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import type { MailOutcome, Message } from '#app/email/template.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/email.ts'

export const thanksTemplate = 'advocacy.thanks'

/** What a mail of thanks is for. */
export const thanksFor = z.union([
  z.object({ about: z.literal('tier'), tier: z.string() }),
  z.object({ about: z.literal('anniversary'), years: z.number() }),
])
export type ThanksFor = z.output<typeof thanksFor>

const keyOf = (contactId: string, of: ThanksFor) => `thanks/${contactId}/${of.about === 'tier' ? of.tier : of.years}`

/** Thanks somebody by mail, for one thing once, in the hours in which mail is sent. Who can't be written to isn't. */
export async function queueThanks(ctx: TxCtx, contactId: string, of: ThanksFor, again = ''): Promise<void> {
  const person = await findPerson(ctx, contactId)
  if (person?.state !== 'active' || !person.email || !isAddress(person.email)) return
  const hours = await sendingHours(ctx, await findContactRules(ctx))
  await enqueueMessage(ctx, {
    key: keyOf(contactId, of) + again,
    stream: 'ask',
    template: thanksTemplate,
    payload: of,
    to: { email: person.email, contactId },
    ref: { kind: 'thanks', id: contactId },
    dueAt: hours(ctx.now(), person.zone ?? person.accountZone),
  })
}

/** Asked right before it leaves, by the rules of asks: wishes, holds, open cases, and whether it is still switched on. */
export async function guardThanks(ctx: TxCtx, message: Message): Promise<string | null> {
  const of = thanksFor.parse(message.payload)
  const settings = await getRewardSettings(ctx)
  if (!(of.about === 'tier' ? settings.reached : settings.anniversary).on) return 'cancelled'
  const person = await findPerson(ctx, message.refId)
  const why = await whyNotSend(ctx, { contactId: message.refId, accountId: null }, { consent: false })
  if (why !== null) return why
  const hours = await sendingHours(ctx, await findContactRules(ctx))
  return hours(ctx.now(), person?.zone ?? person?.accountZone ?? null) > ctx.now() ? 'outside_hours' : null
}

/** A mail that was late goes with the next opening. */
export async function settleThanks(ctx: TxCtx, message: Message, outcome: MailOutcome): Promise<void> {
  if (outcome === 'sent') return
  const [mail] = await ctx.tx.select({ why: messages.stopReason }).from(messages).where(eq(messages.id, message.id))
  if ((mail?.why ?? message.stopReason) !== 'outside_hours') return
  await queueThanks(ctx, message.refId, thanksFor.parse(message.payload), `/again-${ctx.now()}`)
}

async function findPerson({ tx }: TxCtx, contactId: string) {
  const [row] = await tx
    .select({ state: contacts.state, email: contacts.email, zone: contacts.zone, accountZone: accounts.zone })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(contacts.id, contactId))
  return row
}
