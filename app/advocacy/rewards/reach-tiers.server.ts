import { eq } from 'drizzle-orm'
import { pointsOfPerson } from '#app/advocacy/rewards/points.server.ts'
import { getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import { queueThanks } from '#app/advocacy/rewards/queue-thanks.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { tiersReached } from '#db/schema/advocacy-rewards.ts'

/**
 * Notes the tiers that somebody's points have reached, each once for good, and thanks them for the highest. The caller
 * holds the person, so that two rewards at once are added up.
 */
export async function reachTiers(ctx: TxCtx, contactId: string): Promise<void> {
  const { tiers, reached } = await getRewardSettings(ctx)
  const points = await pointsOfPerson(ctx, contactId)
  const fresh = []
  for (const tier of tiers.filter(({ from }) => points >= from)) {
    const [row] = await ctx.tx
      .insert(tiersReached)
      .values({ contactId, tier: tier.key, at: ctx.now() })
      .onConflictDoNothing()
      .returning({ tier: tiersReached.tier })
    if (row) fresh.push(tier)
  }
  if (!fresh.length) return
  const [person] = await ctx.tx.select({ accountId: contacts.accountId }).from(contacts).where(eq(contacts.id, contactId)) // prettier-ignore
  for (const tier of fresh)
    await recordEvent(ctx, {
      type: 'advocacy.tier_reached',
      subject: { kind: 'advocate', id: contactId },
      contactId,
      accountId: person?.accountId ?? null,
      data: { tier: tier.key, points },
    })
  if (reached.on) await queueThanks(ctx, contactId, { about: 'tier', tier: fresh.at(-1)!.key })
}
