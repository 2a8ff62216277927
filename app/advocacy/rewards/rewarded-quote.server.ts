import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { rewards, type RewardRule } from '#db/schema/advocacy-rewards.ts'

/** A gift for words in public: whoever reads them has to know. */
const publicActs: RewardRule[] = ['ask_done:quote', 'ask_done:review']

/** Whether somebody has, or has in prospect, a gift for what they say in public: then the label of their quotes stays. */
export async function hasRewardForWords(ctx: Ctx, contactId: string): Promise<boolean> {
  const [row] = await read(ctx)
    .select({ id: rewards.id })
    .from(rewards)
    .where(
      and(
        eq(rewards.contactId, contactId),
        inArray(rewards.rule, publicActs),
        isNotNull(rewards.giftKind),
        inArray(rewards.state, ['earned', 'approved', 'issued']),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Sets the label of every quote of somebody with such a reward, those in public at once. Nothing takes it off. */
export async function labelQuotes(ctx: TxCtx, contactId: string | null): Promise<void> {
  if (contactId === null || !(await hasRewardForWords(ctx, contactId))) return
  await ctx.tx
    .update(quotes)
    .set({ rewarded: true, lockVersion: sql`${quotes.lockVersion} + 1`, updatedAt: ctx.now() })
    .where(and(eq(quotes.contactId, contactId), eq(quotes.rewarded, false), ne(quotes.state, 'withdrawn')))
}
