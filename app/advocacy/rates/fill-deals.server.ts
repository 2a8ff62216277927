import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { inBase } from '#app/advocacy/rates/find-rate.server.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'

const batch = 200

const missing = and(eq(referrals.state, 'won'), isNotNull(referrals.dealMinor), isNull(referrals.dealBaseMinor))

/** Won deals of which nobody knows what they are in the organisation's currency, and of how many the rates now say it. */
export async function countUnfilled(ctx: Ctx): Promise<{ all: number; fillable: number }> {
  authorise(ctx, 'settings.edit')
  let [all, fillable] = [0, 0]
  for await (const { filled } of unfilled(ctx)) {
    all++
    if (filled.dealBaseMinor !== null) fillable++
  }
  return { all, fillable }
}

/**
 * Fills in what won deals are in the organisation's currency, each by the rate of the day on which it was won. What is known
 * already is never changed.
 * @returns how many
 */
export async function fillDeals(ctx: Ctx): Promise<number> {
  authorise(ctx, 'settings.edit')
  let n = 0
  for await (const { id, filled } of unfilled(ctx))
    if (filled.dealBaseMinor !== null)
      await write(ctx, async (ctx) => {
        const [row] = await ctx.tx
          .update(referrals)
          .set(filled)
          .where(and(eq(referrals.id, id), missing))
          .returning({ contactId: referrals.contactId, accountId: referrals.accountId })
        if (!row) return
        n++
        await recordEvent(ctx, {
          type: 'advocacy.deal_converted',
          subject: { kind: 'referral', id },
          ...row,
          data: { rate: filled.dealRate },
        })
      })
  return n
}

async function* unfilled(ctx: Ctx) {
  const { baseCurrency: base, zone } = await getOrganisation(ctx)
  for (let after = ''; ;) {
    const rows = await read(ctx)
      .select({ id: referrals.id, minor: referrals.dealMinor, currency: referrals.currency, wonAt: referrals.wonAt })
      .from(referrals)
      .where(and(missing, gt(referrals.id, after)))
      .orderBy(asc(referrals.id))
      .limit(batch)
    for (const { id, minor, currency, wonAt } of rows)
      if (minor !== null && currency !== null && wonAt !== null)
        yield { id, filled: await inBase(ctx, { minor, currency, base, day: dayOf(wonAt, zone) }) }
    if (rows.length < batch) return
    after = rows.at(-1)!.id
  }
}
