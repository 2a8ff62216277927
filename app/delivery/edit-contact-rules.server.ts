import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { refuseBackwards } from '#app/access/calendar.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { contactRulesSchema } from '#app/delivery/contact-rules.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { ContactRules, Pace } from '#db/enums/delivery.ts'
import { nameLock } from '#db/lock.ts'
import { contactRules } from '#db/schema/delivery.ts'

const lockRules = nameLock('delivery.contact-rules')

/**
 * Sets how often and when people may be written to. It holds from the next look on: what is planned or held back is
 * judged by it before anything leaves. Saying the same again writes nothing.
 * @throws Invalid when a day ends before it begins, or no day is open: then nothing would ever be sent
 */
export async function editContactRules(ctx: Ctx, input: z.input<typeof contactRulesSchema>): Promise<boolean> {
  const { before, after } = await change(ctx, () => input)
  return before !== after
}

/** Another pace for one tier, or the common one again with null. @returns what held for it before */
export async function setTierPace(ctx: Ctx, tier: string, pace: Pace | null): Promise<Pace | null> {
  const { before } = await change(ctx, ({ tiers: { [tier]: _, ...others }, ...rules }) => ({
    ...rules,
    tiers: pace ? { ...others, [tier]: pace } : others,
  }))
  return Object.hasOwn(before.tiers, tier) ? before.tiers[tier]! : null
}

/** @returns twice the same when nothing changed */
async function change(ctx: Ctx, to: (rules: ContactRules) => z.input<typeof contactRulesSchema>) {
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    await lockRules(ctx.tx)
    const before = await findContactRules(ctx)
    const after = contactRulesSchema.parse(to(before))
    refuseBackwards(after.hours)
    if (after.hours.every((day) => day === null)) throw new Invalid('hours_none', { 'days[0].to': 'hours_none' })
    if (isDeepStrictEqual(before, after)) return { before, after: before }
    const row = { rules: after, updatedBy: ctx.actor.id ?? ctx.actor.kind, updatedAt: ctx.now() }
    await ctx.tx
      .insert(contactRules)
      .values({ id: 'main', ...row })
      .onConflictDoUpdate({ target: contactRules.id, set: row })
    await recordEvent(ctx, {
      type: 'delivery.contact_rules_set',
      subject: { kind: 'organisation', id: 'org' },
      data: { before, after },
    })
    return { before, after }
  })
}
