import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { readDeal, type Deal } from '#app/advocacy/referrals/deal.ts'
import { inBase, type InBase } from '#app/advocacy/rates/find-rate.server.ts'
import { after, changeReferralInput, type ReferralVerb } from '#app/advocacy/referrals/referral.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { isUniqueViolation } from '#db/fragments.ts'
import { users } from '#db/schema/access.ts'
import { referrals, type ReferralState } from '#db/schema/advocacy-referrals.ts'

const types: Record<ReferralVerb, string> = {
  accept: 'advocacy.referral_accepted',
  qualify: 'advocacy.referral_qualified',
  win: 'advocacy.referral_won',
  lose: 'advocacy.referral_lost',
  reject: 'advocacy.referral_rejected',
  reopen: 'advocacy.referral_reopened',
}

const noDeal = { dealMinor: null, currency: null, dealBaseMinor: null, dealRate: null, dealRateDay: null }

/**
 * Moves a referral on, or one step back. A win needs what it is worth; a loss and a rejection need a reason.
 * @throws Conflict `referral_state` when the state refuses it or a colleague was faster, `referral_twice` when the lead is
 * worked on elsewhere, `referral_erased` when nobody is left to work with; Invalid
 */
export async function changeReferral(
  ctx: Ctx,
  input: z.input<typeof changeReferralInput>,
): Promise<{ from: ReferralState; to: ReferralState }> {
  authorise(ctx, 'advocates.edit')
  if (!isId(input.id)) throw new NotFound()
  const { id, verb, reason, amount, currency } = changeReferralInput.parse(input)
  const { baseCurrency, zone } = await getOrganisation(ctx)
  try {
    return await write(ctx, async (ctx) => {
      const [found] = await ctx.tx.select().from(referrals).where(eq(referrals.id, id))
      if (!found) throw new NotFound()
      const to = after(found.state, verb)
      if (!to) throw new Conflict('referral_state')
      if (found.erasedAt !== null) throw new Conflict('referral_erased')
      if (!reason && (verb === 'lose' || verb === 'reject'))
        throw new Invalid('reason_missing', { reason: 'reason_missing' })
      const at = ctx.now()
      const day = dayOf(at, zone)
      const deal = verb === 'win' ? await dealOf(ctx, { amount, currency }, { base: baseCurrency, day }) : noDeal
      const { dealRate, dealRateDay: _, ...money } = deal
      const [row] = await ctx.tx
        .update(referrals)
        .set({
          state: to,
          ...deal,
          wonAt: to === 'won' ? at : null,
          reason: to === 'lost' || to === 'rejected' ? reason : null,
          updatedAt: at,
        })
        .where(and(eq(referrals.id, id), eq(referrals.state, found.state)))
        .returning({ id: referrals.id })
      if (!row) throw new Conflict('referral_state')
      await recordEvent(ctx, {
        type: types[verb],
        subject: { kind: 'referral', id },
        contactId: found.contactId,
        accountId: found.accountId,
        data: { from: found.state, to, ...(verb === 'win' && { ...money, ...(dealRate !== null && { dealRate }) }) },
      })
      return { from: found.state, to }
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('referral_twice')
    throw error
  }
}

/** What it is worth, also in our own currency where a rate of the day is known. */
async function dealOf(
  ctx: Ctx,
  given: { amount?: string; currency?: string },
  { base, day }: { base: string; day: number },
): Promise<Deal & InBase> {
  const read = readDeal(given, base)
  if ('deal' in read) {
    const { deal } = read
    return { ...deal, ...(await inBase(ctx, { minor: deal.dealMinor, currency: deal.currency, base, day })) }
  }
  throw new Invalid(read.wrong, { [read.field]: read.wrong })
}

/** Gives a referral to a colleague, or to nobody. @throws NotFound, Invalid `owner_unknown` */
export async function giveReferral(ctx: Ctx, { id, ownerId }: { id: string; ownerId: string | null }): Promise<void> {
  authorise(ctx, 'advocates.edit')
  if (!isId(id)) throw new NotFound()
  await write(ctx, async (ctx) => {
    if (ownerId !== null) {
      const known = and(eq(users.id, ownerId), eq(users.state, 'active'))
      const [colleague] = isId(ownerId) ? await ctx.tx.select({ id: users.id }).from(users).where(known) : []
      if (!colleague) throw new Invalid('owner_unknown', { ownerId: 'owner_unknown' })
    }
    const [row] = await ctx.tx
      .update(referrals)
      .set({ ownerId, updatedAt: ctx.now() })
      .where(eq(referrals.id, id))
      .returning({ contactId: referrals.contactId, accountId: referrals.accountId })
    if (!row) throw new NotFound()
    await recordEvent(ctx, {
      type: 'advocacy.referral_given',
      subject: { kind: 'referral', id },
      ...row,
      data: { ownerId },
    })
  })
}
