import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { holdLedger } from '#app/advocacy/rewards/hold-reward.server.ts'
import { queueThanks } from '#app/advocacy/rewards/queue-thanks.server.ts'
import { reachTiers } from '#app/advocacy/rewards/reach-tiers.server.ts'
import { getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { anniversaries, rewards } from '#db/schema/advocacy-rewards.ts'

const batch = 200
/** An anniversary that nobody was there to keep is kept so long after; later than that it would be odd. */
const keptFor = 14 * DAY

/**
 * Whole years since somebody became an advocate, where the day of it was within the last two weeks; null on other days.
 * Who began on 29 February is thanked on the 28th in common years, as Luxon counts.
 */
export function yearsToday(since: number, now: number, zone: string): number | null {
  const from = DateTime.fromMillis(since, { zone }).startOf('day')
  const today = DateTime.fromMillis(now, { zone }).startOf('day')
  const years = Math.floor(today.diff(from, 'years').years)
  return years >= 1 && today.toMillis() - from.plus({ years }).toMillis() < keptFor ? years : null
}

/**
 * Job `advocacy.give-thanks`, nightly: notes who has reached a tier since its points were changed, and thanks active
 * advocates on the day that they became one, each year once.
 */
export const giveThanks: JobHandler = async (ctx, run) => {
  for (let last = ''; ;) {
    if (run.stopping()) return { again: ctx.now() }
    const found = await read(ctx).selectDistinct({ id: rewards.contactId }).from(rewards).where(gt(rewards.contactId, last)).orderBy(asc(rewards.contactId)).limit(batch) // prettier-ignore
    for (const { id } of found)
      await write(ctx, async (ctx) => {
        await holdLedger(ctx, id)
        await reachTiers(ctx, id!)
      })
    if (found.length < batch) break
    last = found.at(-1)!.id!
  }
  const { zone } = await getOrganisation(ctx)
  for (let last = ''; ;) {
    if (run.stopping()) return { again: ctx.now() }
    const found = await findActive(ctx, last)
    for (const { id, since } of found) {
      const years = yearsToday(since, ctx.now(), zone)
      if (years !== null) await write(ctx, (ctx) => keepAnniversary(ctx, id, years))
    }
    if (found.length < batch) break
    last = found.at(-1)!.id
  }
}

const findActive = (ctx: Ctx, last: string) =>
  read(ctx)
    .select({ id: advocates.contactId, since: advocates.nominatedAt })
    .from(advocates)
    .where(
      and(
        eq(advocates.state, 'active'),
        lte(advocates.nominatedAt, ctx.now() - 365 * DAY),
        gt(advocates.contactId, last),
      ),
    ) // prettier-ignore
    .orderBy(asc(advocates.contactId))
    .limit(batch)

async function keepAnniversary(ctx: TxCtx, contactId: string, years: number): Promise<void> {
  const [kept] = await ctx.tx
    .insert(anniversaries)
    .values({ contactId, years, at: ctx.now() })
    .onConflictDoNothing()
    .returning({ years: anniversaries.years })
  if (!kept) return
  const [person] = await ctx.tx.select({ accountId: contacts.accountId }).from(contacts).where(eq(contacts.id, contactId)) // prettier-ignore
  await recordEvent(ctx, {
    type: 'advocacy.anniversary',
    subject: { kind: 'advocate', id: contactId },
    contactId,
    accountId: person?.accountId ?? null,
    data: { years },
  })
  if ((await getRewardSettings(ctx)).anniversary.on) await queueThanks(ctx, contactId, { about: 'anniversary', years })
}
