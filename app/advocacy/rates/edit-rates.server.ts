import { and, asc, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { rateForm } from '#app/advocacy/rates/rate.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { exchangeRates } from '#db/schema/advocacy-rates.ts'

/** Rates into the organisation's currency, by currency, the latest first. */
export async function listRates(ctx: Ctx) {
  authorise(ctx, 'settings.edit')
  const { baseCurrency } = await getOrganisation(ctx)
  const rates = await read(ctx)
    .select()
    .from(exchangeRates)
    .where(eq(exchangeRates.base, baseCurrency))
    .orderBy(asc(exchangeRates.currency), desc(exchangeRates.fromDay))
    .limit(1_000)
  return { base: baseCurrency, rates }
}

/**
 * Writes a rate down; the same currency and day again is the newer one. What was won before keeps the rate it was won with.
 * @throws Invalid `rate_of_base`
 */
export async function addRate(ctx: Ctx, input: z.input<typeof rateForm>): Promise<void> {
  authorise(ctx, 'settings.edit')
  const { currency, from, rate } = rateForm.parse(input)
  const { baseCurrency: base } = await getOrganisation(ctx)
  if (currency === base) throw new Invalid('rate_of_base', { currency: 'rate_of_base' })
  await write(ctx, async (ctx) => {
    const now = ctx.now()
    const [made] = await ctx.tx
      .insert(exchangeRates)
      .values({
        id: newId('fx', now),
        currency,
        base,
        fromDay: from,
        rate,
        createdAt: now,
        createdBy: ctx.actor.id ?? ctx.actor.kind,
      }) // prettier-ignore
      .onConflictDoUpdate({
        target: [exchangeRates.base, exchangeRates.currency, exchangeRates.fromDay],
        set: { rate },
      })
      .returning({ id: exchangeRates.id })
    await recordEvent(ctx, {
      type: 'advocacy.rate_set',
      subject: { kind: 'exchange_rate', id: made!.id },
      data: { currency, rate, day: isoOfDay(from) },
    })
  })
}

/** Takes a rate out. Deals keep what they were won with. @throws NotFound */
export async function removeRate(ctx: Ctx, id: string) {
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const [gone] = await ctx.tx
      .delete(exchangeRates)
      .where(and(eq(exchangeRates.id, id)))
      .returning({ currency: exchangeRates.currency, rate: exchangeRates.rate, fromDay: exchangeRates.fromDay })
    if (!gone) throw new NotFound()
    const from = isoOfDay(gone.fromDay)
    await recordEvent(ctx, {
      type: 'advocacy.rate_removed',
      subject: { kind: 'exchange_rate', id },
      data: { currency: gone.currency, rate: gone.rate, day: from },
    })
    return { currency: gone.currency, rate: gone.rate, from }
  })
}
