import { and, asc, eq, gt, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import { followEnd, partyOf } from '#app/advocacy/consent-ends.server.ts'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { consents } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** So long before a consent ends colleagues hear of it. */
export const warnedBefore = 30 * DAY

const batch = 200
const given = and(eq(consents.state, 'given'), isNotNull(consents.expiresAt))

/**
 * Job `advocacy.expire-consents`, every minute: ends consents whose time is over, and says once of each that it will be. What
 * reads consents by itself (rules, public quotes) doesn't wait for it.
 */
export const expireConsents: JobHandler = async (ctx, run) => {
  for (const { due, act } of steps)
    for (;;) {
      if (run.stopping()) return { again: ctx.now() }
      const found = await read(ctx)
        .select({ id: consents.id })
        .from(consents)
        .where(and(given, due(ctx.now())))
        .orderBy(asc(consents.expiresAt))
        .limit(batch)
      if (!found.length) break
      for (const { id } of found) await write(ctx, (ctx) => act(ctx, id))
    }
}

const steps = [
  { due: (now: number) => lte(consents.expiresAt, now), act: end },
  {
    due: (now: number) =>
      and(gt(consents.expiresAt, now), lte(consents.expiresAt, now + warnedBefore), isNull(consents.warnedAt)),
    act: warn,
  },
]

async function end(ctx: TxCtx, id: string): Promise<void> {
  const [row] = await ctx.tx
    .update(consents)
    .set({ state: 'expired', endedAt: ctx.now() })
    .where(and(eq(consents.id, id), given, lte(consents.expiresAt, ctx.now())))
    .returning()
  if (row) await followEnd(ctx, row, 'expired')
}

/** Of a person's consent somebody hears only where something stands on it: else it is asked for when it is needed. */
async function warn(ctx: TxCtx, id: string): Promise<void> {
  const [row] = await ctx.tx
    .update(consents)
    .set({ warnedAt: ctx.now() })
    .where(and(eq(consents.id, id), given, isNull(consents.warnedAt)))
    .returning()
  if (!row) return
  const whose = partyOf(row.party)
  if ('contactId' in whose && !(await isUsed(ctx, whose.contactId, row.askType))) return
  await recordEvent(ctx, {
    type: 'advocacy.consent_ending',
    subject: { kind: 'consent', id },
    ...whose,
    data: { kind: row.askType },
  })
}

/** Whether something that was agreed to isn't done yet, or a quote stands or may stand in public. */
async function isUsed(ctx: Ctx, contactId: string, kind: (typeof consents.$inferSelect)['askType']): Promise<boolean> {
  const [ask] = await read(ctx)
    .select({ id: asks.id })
    .from(asks)
    .where(and(eq(asks.contactId, contactId), eq(asks.kind, kind), eq(asks.state, 'accepted')))
    .limit(1)
  if (ask || kind !== 'quote') return ask !== undefined
  const [quote] = await read(ctx)
    .select({ id: quotes.id })
    .from(quotes)
    .where(and(eq(quotes.contactId, contactId), inArray(quotes.state, ['approved', 'published'])))
    .limit(1)
  return quote !== undefined
}
