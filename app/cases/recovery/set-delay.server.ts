import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getDelay, settingsId } from '#app/cases/recovery/get-delay.server.ts'
import { delayForm } from '#app/cases/recovery/recovery.ts'
import { recoverySettings } from '#db/schema/cases.ts'

/** Sets how long after resolving the customer is asked; what is planned keeps its day. @returns the days of before, or null when it is the same */
export async function setDelay(ctx: Ctx, input: z.input<typeof delayForm>): Promise<number | null> {
  const { delayDays } = delayForm.parse(input)
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const { delayDays: before } = await getDelay(ctx)
    if (before === delayDays) return null
    const row = { id: settingsId, delayDays, updatedBy: ctx.actor.id ?? ctx.actor.kind, updatedAt: ctx.now() }
    await ctx.tx.insert(recoverySettings).values(row).onConflictDoUpdate({ target: recoverySettings.id, set: row })
    await recordEvent(ctx, {
      type: 'cases.recovery_delay_set',
      subject: { kind: 'organisation', id: 'org' },
      data: { days: delayDays, before },
    })
    return before
  })
}
