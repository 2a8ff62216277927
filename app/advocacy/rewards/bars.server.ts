import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { holdLedger, moveReward } from '#app/advocacy/rewards/hold-reward.server.ts'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { cleanText } from '#app/platform/text.ts'
import { barReasons } from '#db/enums/advocacy-rewards.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { giftBars, rewards } from '#db/schema/advocacy-rewards.ts'

/** `con:<contact id>` or `acc:<account id>`. */
const party = z
  .string()
  .max(70)
  .refine((text) => /^(con|acc):/.test(text) && isId(text.slice(4)))

export const barForm = z.object({
  party,
  /** `lift` ends it. */
  verb: z.enum(['bar', 'lift']),
  reason: z.enum(barReasons).optional(),
  note: z
    .string()
    .max(300)
    .optional()
    .transform((text) => (text === undefined ? null : cleanText(text))),
})

/** Of some parties those that may not accept gifts, with why, who said so and when. */
export async function barsOf(ctx: Ctx, parties: string[]) {
  return read(ctx)
    .select({ party: giftBars.party, reason: giftBars.reason, note: giftBars.note, at: giftBars.at, by: users.name })
    .from(giftBars)
    .leftJoin(users, eq(users.id, giftBars.by))
    .where(inArray(giftBars.party, parties))
}
export type GiftBar = Awaited<ReturnType<typeof barsOf>>[number]

/** Whether somebody may not accept gifts: themselves, or because of their company, of now or of when it was earned. */
export async function isBarred(ctx: Ctx, contactId: string, accountId: string | null): Promise<boolean> {
  const [person] = await read(ctx).select({ accountId: contacts.accountId }).from(contacts).where(eq(contacts.id, contactId)) // prettier-ignore
  const companies = [person?.accountId, accountId].flatMap((id) => (id ? [`acc:${id}`] : []))
  return (await barsOf(ctx, [`con:${contactId}`, ...companies])).length > 0
}

/**
 * Marks a person or a company as not allowed to accept gifts, or ends that. What they have earned and not yet got is
 * withheld at once; what was withheld stays so until a colleague brings it back.
 * @returns whether it changed
 * @throws NotFound; Forbidden
 */
export async function changeBar(ctx: Ctx, input: z.input<typeof barForm>): Promise<boolean> {
  const { party, verb, reason = 'other', note } = barForm.parse(input)
  const id = party.slice(4)
  return write(ctx, async (ctx) => {
    const of = await ownerOf(ctx, party)
    if (!of) throw new NotFound()
    authorise(ctx, 'gifts.bar', of)
    await holdLedger(ctx, of.contactId)
    const row = { reason, note, by: ctx.actor.id ?? ctx.actor.kind, at: ctx.now() }
    const changed =
      verb === 'lift'
        ? await ctx.tx.delete(giftBars).where(eq(giftBars.party, party)).returning({ party: giftBars.party })
        : await ctx.tx
            .insert(giftBars)
            .values({ party, ...row })
            .onConflictDoUpdate({ target: giftBars.party, set: row })
            .returning({ party: giftBars.party })
    if (!changed.length) return false
    await recordEvent(ctx, {
      type: verb === 'bar' ? 'advocacy.gifts_barred' : 'advocacy.gifts_allowed',
      subject: of.contactId ? { kind: 'contact', id } : { kind: 'account', id },
      contactId: of.contactId,
      accountId: of.accountId,
      data: verb === 'bar' ? { reason } : {},
    })
    if (verb === 'bar') await withhold(ctx, of)
    return true
  })
}

async function ownerOf({ tx }: TxCtx, party: string) {
  const id = party.slice(4)
  if (party.startsWith('acc:')) {
    const [row] = await tx.select({ ownerId: accounts.ownerId }).from(accounts).where(eq(accounts.id, id))
    return row && { ...row, accountId: id, contactId: null }
  }
  const [row] = await tx
    .select({ ownerId: accounts.ownerId, accountId: contacts.accountId, state: contacts.state })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(contacts.id, id))
  return row && row.state !== 'erased' ? { ownerId: row.ownerId, accountId: row.accountId, contactId: id } : undefined
}

/** What a party has earned and not got is not for them. */
async function withhold(ctx: TxCtx, { contactId, accountId }: { contactId: string | null; accountId: string | null }) {
  const people = ctx.tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(eq(contacts.accountId, accountId ?? ''))
  const theirs = contactId
    ? eq(rewards.contactId, contactId)
    : or(eq(rewards.accountId, accountId!), inArray(rewards.contactId, people))
  const gift = or(isNotNull(rewards.giftKind), eq(rewards.pointsAnyway, false))
  const rows = await ctx.tx
    .select()
    .from(rewards)
    .where(and(theirs, gift, inArray(rewards.state, ['earned', 'approved'])))
  for (const row of rows) await moveReward(ctx, row, 'bar', { approvedAt: null, approvedBy: null })
}
