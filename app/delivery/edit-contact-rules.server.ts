import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { contactRulesSchema } from '#app/delivery/contact-rules.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { ContactRules, Pace } from '#db/enums/delivery.ts'
import { contactRules } from '#db/schema/delivery.ts'

/**
 * Sets how often and when people may be written to. It holds from the next look on: what is planned or held back is
 * judged by it before anything leaves. Saying the same again writes nothing.
 * @throws Invalid when a day ends before it begins, or no day is open: then nothing would ever be sent
 */
export async function editContactRules(ctx: Ctx, input: z.input<typeof contactRulesSchema>): Promise<boolean> {
  authorise(ctx, 'settings.edit')
  checkHours(input.hours)
  const rules = contactRulesSchema.parse(input)
  return write(ctx, async (ctx) => {
    const before = await findContactRules(ctx)
    if (JSON.stringify(contactRulesSchema.parse(before)) === JSON.stringify(rules)) return false
    const row = { rules, updatedBy: ctx.actor.id ?? ctx.actor.kind, updatedAt: ctx.now() }
    await ctx.tx
      .insert(contactRules)
      .values({ id: 'main', ...row })
      .onConflictDoUpdate({ target: contactRules.id, set: row })
    await recordEvent(ctx, {
      type: 'delivery.contact_rules_set',
      subject: { kind: 'organisation', id: 'org' },
      data: { before, after: rules },
    })
    return true
  })
}

/** Another pace for one tier, or the common one again with null. @returns what held for it before */
export async function setTierPace(ctx: Ctx, tier: string, pace: Pace | null): Promise<Pace | null> {
  const rules = await findContactRules(ctx)
  const { [tier]: before, ...others } = rules.tiers
  await editContactRules(ctx, { ...rules, tiers: pace ? { ...others, [tier]: pace } : others })
  return before ?? null
}

function checkHours(hours: ContactRules['hours']) {
  const wrong = hours.findIndex((day) => day !== null && day.from >= day.to)
  if (wrong >= 0) throw new Invalid('hours_end_before', { [`days[${wrong}].to`]: 'hours_end_before' })
  if (hours.every((day) => day === null)) throw new Invalid('hours_none', { 'days[0].to': 'hours_none' })
}
