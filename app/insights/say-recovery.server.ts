import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { recoveryOf } from '#app/insights/recovery-of.server.ts'
import { recoveryRateWords as words } from '#app/insights/recovery-words.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { translator, type Locale } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'

/** The two rates of the last days in sentences, those that there are: the page needs no words of its own for them. */
export async function sayRecovery(ctx: Ctx, lastDays: number, locale: Locale): Promise<string[]> {
  authorise(ctx, 'insights.read')
  const { zone } = await getOrganisation(ctx)
  const today = dayOf(ctx.now(), zone)
  const days = { from: today - lastDays + 1, to: today }
  const rates = await recoveryOf(ctx, { days, from: ctx.now() - lastDays * DAY, to: ctx.now() + 1 })
  const t = translator(locale)
  const format = formats(locale, zone)
  return (['answered', 'closed'] as const).flatMap((of) => {
    const rate = rates[of]
    if (!rate) return []
    const { value, n, low, high } = rate
    const values = { hits: format.number(Math.round(value * n)), n: format.number(n) }
    return [t(words[of], { ...values, low: format.percent(low), high: format.percent(high) })]
  })
}
