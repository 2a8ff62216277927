import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { z } from 'zod'
import { blocksOf, forbids } from '#app/advocacy/asking/blocks.ts'
import { pendingStates } from '#app/advocacy/asking/ask.ts'
import { askerOf } from '#app/advocacy/asking/asker.server.ts'
import { holdAsk, moveAsk } from '#app/advocacy/asking/change-ask.server.ts'
import { rulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf } from '#app/advocacy/asking/standings-of.server.ts'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { lockPeople } from '#app/delivery/weigh-invitations.server.ts'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { askChannels, askKinds, type AskBlock } from '#db/enums/advocacy.ts'
import { nameLock } from '#db/lock.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** So long a colleague has to write what they reserved. */
export const reservedFor = 30 * MINUTE
/** And so long to reach somebody by hand: a call isn't always answered. */
export const reservedByHand = DAY

const input = z.object({
  kind: z.enum(askKinds),
  contactId: z.string().max(60),
  channel: z.enum(askChannels).default('mail'),
  /** Address of the colleague in whose name a program asks. */
  askedBy: z.string().max(254).optional(),
  /** Words of their own for this person, kept until they are handed over. */
  words: z.object({ subject: z.string().max(200).nullable(), body: z.string().max(5_000) }).optional(),
})

/** Somebody else asks this person just now. */
export interface Holder {
  name: string
  /** Until when it is reserved; null once it is written. */
  until: number | null
}

export type Reserved =
  { kind: 'reserved'; askId: string; until: number } | { kind: 'refused'; blocks: AskBlock[]; holder: Holder | null }

/** A rule about everybody: who asks for the same kind waits until the other has counted. */
const oneOfItsKind = nameLock('advocacy.ask_capacity')

/**
 * Takes one ask out of the budgets of a person and their account, for half an hour (a day by hand), so that nobody else asks them while it is
 * being written. Of two colleagues at the same moment one gets it, and the other hears who has it until when.
 * A CSM asks their own customers. @throws NotFound for who is no advocate; Forbidden; Invalid `asked_by_unknown`
 */
export async function reserveAsk(ctx: Ctx, given: z.input<typeof input>): Promise<Reserved> {
  const { kind, contactId, channel, askedBy, words } = input.parse(given)
  authorise(ctx, 'asks.make')
  const asker = await askerOf(ctx, askedBy)
  return write(ctx, async (ctx) => {
    const person = await findPerson(ctx, contactId)
    if (!person) throw new NotFound()
    authorise(ctx, 'asks.make', person)
    // A program asks in nobody's name whom they may not ask themselves.
    if (asker) authorise({ ...ctx, actor: asker }, 'asks.make', person)
    await lockPeople(ctx, [{ id: contactId, accountId: person.accountId }])
    const of = await rulesOf(ctx, kind)
    if (of.content.rules.mostOpen !== null) await oneOfItsKind(ctx.tx)
    await lapse(ctx, contactId)
    const [found] = await standingsOf(ctx, of, { which: eq(advocates.contactId, contactId), limit: 1 })
    if (!found) throw new NotFound()
    const blocks = forbids(blocksOf(found.blocks), channel)
    if (blocks.length) return { kind: 'refused', blocks, holder: await holderOf(ctx, contactId) }
    const now = ctx.now()
    const [askId, until] = [newId('ask', now), now + (channel === 'hand' ? reservedByHand : reservedFor)]
    await ctx.tx.insert(asks).values({
      id: askId,
      kind,
      version: of.version,
      contactId,
      accountId: person.accountId,
      state: 'reserved',
      channel,
      holderId: asker?.id ?? ctx.actor.kind,
      reservedAt: now,
      reservedUntil: until,
      quarter: of.quarter,
      responseId: person.responseId,
      language: person.language ?? 'en',
      ...words,
    })
    await recordEvent(ctx, {
      type: 'advocacy.ask_reserved',
      subject: { kind: 'ask', id: askId },
      accountId: person.accountId,
      contactId,
      data: { kind, channel, until },
    })
    return { kind: 'reserved', askId, until }
  })
}

/**
 * Gives back what was reserved and is not written: the budgets are free again at once.
 * @throws NotFound; Conflict when it is somebody else's, or was written meanwhile
 */
export async function releaseAsk(ctx: Ctx, askId: string): Promise<void> {
  authorise(ctx, 'asks.make')
  await write(ctx, async (ctx) => {
    const ask = await holdAsk(ctx, askId)
    if (!ask) throw new NotFound()
    if (ctx.actor.kind !== 'user' || ask.holderId !== ctx.actor.id) throw new Conflict('ask_not_yours')
    await moveAsk(ctx, ask, 'release', { set: { endedAt: ctx.now(), endedBy: ctx.actor.id } })
  })
}

async function findPerson(ctx: TxCtx, contactId: string) {
  const [row] = await ctx.tx
    .select({
      accountId: contacts.accountId,
      ownerId: accounts.ownerId,
      language: contacts.language,
      responseId: advocates.responseId,
    })
    .from(advocates)
    .innerJoin(contacts, eq(contacts.id, advocates.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(advocates.contactId, contactId))
  return row
}

/** What was reserved for this person and not written in time is nobody's. */
async function lapse(ctx: TxCtx, contactId: string): Promise<void> {
  const [old] = await ctx.tx
    .select()
    .from(asks)
    .where(and(eq(asks.contactId, contactId), eq(asks.state, 'reserved'), lte(asks.reservedUntil, ctx.now())))
  if (old) await moveAsk(ctx, old, 'release', { set: { endedAt: ctx.now() } })
}

/** Who asks this person just now. */
async function holderOf(ctx: Ctx, contactId: string): Promise<Holder | null> {
  const [row] = await read(ctx)
    .select({ name: users.name, state: asks.state, until: asks.reservedUntil })
    .from(asks)
    .innerJoin(users, eq(users.id, asks.holderId))
    .where(and(eq(asks.contactId, contactId), inArray(asks.state, pendingStates)))
    .orderBy(asc(asks.reservedAt))
    .limit(1)
  return row ? { name: row.name, until: row.state === 'reserved' ? row.until : null } : null
}
