import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { askerOf } from '#app/advocacy/asking/asker.server.ts'
import { blocksOf, forbids } from '#app/advocacy/asking/blocks.ts'
import { fillAsk, unknownVariables } from '#app/advocacy/catalogue/ask-content.ts'
import { holdAsk, moveAsk, type Ask } from '#app/advocacy/asking/change-ask.server.ts'
import { rulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf } from '#app/advocacy/asking/standings-of.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import { isAddress } from '#app/email/address.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { addWorkingTime } from '#app/platform/working-time.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'

/** So long, in working time, the owner of the account has to stop what somebody else writes to their customer. */
export const ownerHas = 8 * HOUR

export const queueInput = z.object({
  askId: z.string().max(60),
  subject: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(5_000),
  /** Address of the colleague in whose name a program asks. */
  askedBy: z.string().max(254).optional(),
})

/**
 * Hands over what was written for a reserved ask: it leaves in the hours in which mail is sent, and where somebody else owns
 * the account, after they had a working day to stop it. Pressed twice it is one mail.
 * @throws NotFound; Conflict when it is somebody else's, is not reserved any more, or a rule forbids it by now; Invalid when the
 * text has a variable that is none
 */
export async function queueAsk(ctx: Ctx, given: z.input<typeof queueInput>): Promise<{ dueAt: number }> {
  const { askId, askedBy, ...typed } = queueInput.parse(given)
  authorise(ctx, 'asks.make')
  const asker = await askerOf(ctx, askedBy)
  return write(ctx, async (ctx) => {
    const ask = await holdAsk(ctx, askId)
    if (!ask) throw new NotFound()
    if (ask.holderId !== asker?.id) throw new Conflict('ask_not_yours')
    for (const [field, text] of Object.entries(typed)) {
      const [unknown] = unknownVariables(text)
      if (unknown) throw new Invalid('ask_variable', { [field]: 'ask_variable' }, { names: `{${unknown}}` })
    }
    const person = await findPerson(ctx, ask.contactId)
    const values = { name: person?.name ?? '', company: (await getBrand(ctx)).name, sender: asker.name }
    const [subject, body] = [fillAsk(typed.subject, values), fillAsk(typed.body, values)]
    if (ask.state === 'queued' && ask.subject === subject && ask.body === body) return { dueAt: ask.dueAt! }
    if (ask.channel !== 'mail' || ask.state !== 'reserved' || ask.reservedUntil <= ctx.now())
      throw new Conflict('ask_lapsed')
    await refuseForbidden(ctx, ask)
    if (!person?.email || !isAddress(person.email)) throw new Conflict('ask_forbidden')
    const dueAt = await dueFor(ctx, person, ask.holderId)
    await moveAsk(ctx, ask, 'queue', { set: { subject, body, dueAt }, data: { dueAt } })
    await putIntoOutbox(ctx, { ...ask, dueAt }, person.email, 'first')
    return { dueAt }
  })
}

/** Puts the mail of an ask into the outbox. `turn`: which of its mails it is; each is sent once. */
export async function putIntoOutbox(ctx: TxCtx, ask: Ask, email: string, turn: string): Promise<void> {
  await enqueueMessage(ctx, {
    key: `ask/${ask.id}/${turn}`,
    stream: 'ask',
    template: 'advocacy.ask',
    payload: { turn },
    to: { email, contactId: ask.contactId },
    ref: { kind: 'ask', id: ask.id },
    ...(ask.dueAt !== null && { dueAt: ask.dueAt }),
  })
}

/** What forbids a pending ask by now, this ask itself left out of account. */
export async function forbiddenBy(ctx: TxCtx, ask: Ask) {
  const of = await rulesOf(ctx, ask.kind)
  const [found] = await standingsOf(ctx, of, {
    which: eq(advocates.contactId, ask.contactId),
    limit: 1,
    except: ask.id,
  })
  return found ? forbids(blocksOf(found.blocks), ask.channel) : (['gone'] as const)
}

/** @throws Conflict `ask_forbidden` naming the rule */
export async function refuseForbidden(ctx: TxCtx, ask: Ask): Promise<void> {
  const [block] = await forbiddenBy(ctx, ask)
  if (block) throw new Conflict('ask_forbidden', { block })
}

async function findPerson(ctx: TxCtx, contactId: string) {
  const [row] = await ctx.tx
    .select({
      name: contacts.name,
      email: contacts.email,
      zone: contacts.zone,
      accountZone: accounts.zone,
      ownerId: accounts.ownerId,
    })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(contacts.id, contactId))
  return row
}

async function dueFor(
  ctx: TxCtx,
  { ownerId, zone, accountZone }: { ownerId: string | null; zone: string | null; accountZone: string | null },
  holderId: string,
): Promise<number> {
  const now = ctx.now()
  const from =
    ownerId === null || ownerId === holderId ? now : addWorkingTime(now, ownerHas, await getWorkingCalendar(ctx, now))
  const hours = await sendingHours(ctx, await findContactRules(ctx))
  return hours(from, zone ?? accountZone)
}
