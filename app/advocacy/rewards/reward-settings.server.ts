import { eq } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { standardAnniversary, standardReached, standardTiers, thanksForm, tiersForm } from '#app/advocacy/rewards/tiers.ts' // prettier-ignore
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { nameLock } from '#db/lock.ts'
import { rewardSettings as table, type ThanksMail, type Tier } from '#db/schema/advocacy-rewards.ts'

const id = 'main'
const oneAtATime = nameLock('advocacy.reward-settings')

export interface RewardSettings {
  /** From the lowest. */
  tiers: Tier[]
  reached: ThanksMail
  anniversary: ThanksMail
}

/** Tiers and mails of thanks, as they are. Open to every room. */
export async function getRewardSettings(ctx: Ctx): Promise<RewardSettings> {
  const [row] = await read(ctx).select().from(table).where(eq(table.id, id))
  if (!row) return { tiers: standardTiers, reached: standardReached, anniversary: standardAnniversary }
  return { tiers: row.tiers, reached: row.reached, anniversary: row.anniversary }
}

/**
 * Changes the tiers: their points, names and benefits. Who reaches one by that is told of at night.
 * @throws Invalid `tier_order` when two begin at the same points, or a tier is gone or new
 */
export async function editTiers(ctx: Ctx, input: z.input<typeof tiersForm>): Promise<boolean> {
  const tiers = tiersForm
    .parse(input)
    .tiers.map(({ key, from, ...words }) => ({
      key,
      from,
      name: { en: words.nameEn, ja: words.nameJa },
      benefits: { en: words.benefitsEn, ja: words.benefitsJa },
    }))
    .sort((a, b) => a.from - b.from)
  return save(ctx, 'tiers', (before) => {
    const keys = (list: Tier[]) => list.map(({ key }) => key).sort()
    const same = tiers.some((tier, i) => tiers[i + 1]?.from === tier.from)
    if (same || !isDeepStrictEqual(keys(tiers), keys(before.tiers))) throw new Invalid('tier_order')
    return { ...before, tiers }
  })
}

/** Changes a mail of thanks, or switches it off. */
export async function editThanks(ctx: Ctx, input: z.input<typeof thanksForm>): Promise<boolean> {
  const { which, on, ...typed } = thanksForm.parse(input)
  const wording = {
    en: { subject: typed.subjectEn, body: typed.bodyEn },
    ja: { subject: typed.subjectJa, body: typed.bodyJa },
  }
  return save(ctx, which, (before) => ({ ...before, [which]: { on, wording } }))
}

async function save(ctx: Ctx, changed: keyof RewardSettings, next: (before: RewardSettings) => RewardSettings) {
  authorise(ctx, 'rewards.approve')
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    const before = await getRewardSettings(ctx)
    const after = next(before)
    if (isDeepStrictEqual(before, after)) return false
    const row = { ...after, updatedAt: ctx.now() }
    await ctx.tx
      .insert(table)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: table.id, set: row })
    await recordEvent(ctx, {
      type: 'advocacy.reward_settings_changed',
      subject: { kind: 'reward_settings', id },
      data: { changed, ...(changed === 'tiers' ? {} : { on: after[changed].on }) },
    })
    return true
  })
}
