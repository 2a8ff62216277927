import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { changeReferral } from '#app/advocacy/referrals/change-referral.server.ts'
import { readDeal } from '#app/advocacy/referrals/deal.ts'
import type { changeReferralInput, ReferralVerb } from '#app/advocacy/referrals/referral.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { referrals, type ReferralState } from '#db/schema/advocacy-referrals.ts'

type Input = z.input<typeof changeReferralInput>

/** Where a verb leads, from wherever: what stands there already has come to the same. */
const ends: Record<Exclude<ReferralVerb, 'reopen'>, ReferralState> = {
  accept: 'new',
  qualify: 'qualified',
  win: 'won',
  lose: 'lost',
  reject: 'rejected',
}

/**
 * Moves a referral as a list or another program says: the same said again changes nothing, and a lead that is won without
 * having been qualified first is qualified on the way.
 * @throws NotFound, Invalid; Conflict `referral_state` when the state refuses it, `referral_won_otherwise` when it was won
 * with another deal
 */
export async function settleReferral(ctx: Ctx, input: Input): Promise<{ changed: boolean; state: ReferralState }> {
  authorise(ctx, 'advocates.edit')
  const found = await findState(ctx, input.id)
  if (await isThere(ctx, found, input)) return { changed: false, state: found.state }
  try {
    if (input.verb === 'win' && found.state === 'new') {
      await dealOf(ctx, input)
      await changeReferral(ctx, { id: input.id, verb: 'qualify' })
    }
    const { to } = await changeReferral(ctx, input)
    return { changed: true, state: to }
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'referral_state') throw error
    // Somebody was faster: with the same, or half way there. Each turn finds another state, so that there are few.
    const now = await findState(ctx, input.id)
    if (now.state === found.state) throw error
    return settleReferral(ctx, input)
  }
}

type Found = Awaited<ReturnType<typeof findState>>

async function findState(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await read(ctx)
        .select({ state: referrals.state, dealMinor: referrals.dealMinor, currency: referrals.currency })
        .from(referrals)
        .where(eq(referrals.id, id))
    : []
  if (!row) throw new NotFound('referral_unknown')
  return row
}

async function isThere(ctx: Ctx, found: Found, input: Input): Promise<boolean> {
  if (input.verb === 'reopen' || found.state !== ends[input.verb]) return false
  if (input.verb !== 'win') return true
  const deal = await dealOf(ctx, input)
  if (deal.dealMinor === found.dealMinor && deal.currency === found.currency) return true
  throw new Conflict('referral_won_otherwise')
}

async function dealOf(ctx: Ctx, { amount, currency }: Input) {
  const { baseCurrency } = await getOrganisation(ctx)
  const read = readDeal({ amount, currency }, baseCurrency)
  if ('deal' in read) return read.deal
  throw new Invalid(read.wrong, { [read.field]: read.wrong })
}
