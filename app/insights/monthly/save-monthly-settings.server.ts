import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getMonthlySettings, monthlyId } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { looksLost, monthlyForm, targetForm } from '#app/insights/monthly/monthly.ts'
import { Invalid } from '#app/platform/errors.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { monthlySettings, scoreTargets } from '#db/schema/insights.ts'
import { programs } from '#db/schema/surveys.ts'

/** Changes how the monthly page is made and sent. Switched on, it begins with the next day that is due. */
export async function saveMonthlySettings(ctx: Ctx, input: z.input<typeof monthlyForm>): Promise<void> {
  const { enabled = false, quoted, ...given } = monthlyForm.parse(input)
  authorise(ctx, 'settings.edit')
  const known = await read(ctx).select({ id: programs.id }).from(programs).where(askedPrograms)
  await write(ctx, async (ctx) => {
    const before = await getMonthlySettings(ctx)
    const at = ctx.now()
    const stages = await ctx.tx.selectDistinct({ stage: accounts.stage }).from(accounts).limit(100)
    const { lostStages } = given
    // Chosen as they were recognised: a stage that comes later and sounds like leaving is recognised too.
    const usual = stages.every(({ stage }) => stage === null || looksLost(stage) === lostStages.includes(stage))
    const row = {
      ...given,
      lostStages: usual && lostStages.every(looksLost) ? null : lostStages,
      id: monthlyId,
      enabled,
      since: enabled && !before.enabled ? at : before.since,
      unquoted: known.map(({ id }) => id).filter((id) => !quoted.includes(id)),
      updatedAt: at,
    }
    const { id: _, ...set } = row
    await ctx.tx.insert(monthlySettings).values(row).onConflictDoUpdate({ target: monthlySettings.id, set })
    await recordEvent(ctx, {
      type: 'insights.monthly_edited',
      subject: { kind: 'organisation', id: monthlyId },
      data: { enabled, workingDay: row.workingDay, names: row.names, closeDays: row.closeDays },
    })
  })
}

/** Sets what a score should be, or with no value takes that away. @returns the target of before, null for none */
export async function setTarget(ctx: Ctx, input: z.input<typeof targetForm>): Promise<number | null> {
  const { metric, programId, value } = targetForm.parse(input)
  authorise(ctx, 'settings.edit')
  if (value !== undefined && metric !== 'nps' && value < 0)
    throw new Invalid('target_outside', { value: 'target_outside' })
  return write(ctx, async (ctx) => {
    if (programId) {
      const [program] = await ctx.tx
        .select({ metric: programs.metric })
        .from(programs)
        .where(and(askedPrograms, eq(programs.id, programId)))
      if (program?.metric !== metric) throw new Invalid('target_outside', { value: 'target_outside' })
    }
    const where = and(eq(scoreTargets.metric, metric), eq(scoreTargets.programId, programId))
    const [before] = await ctx.tx.select({ value: scoreTargets.value }).from(scoreTargets).where(where)
    if (value === undefined) await ctx.tx.delete(scoreTargets).where(where)
    else
      await ctx.tx
        .insert(scoreTargets)
        .values({ metric, programId, value })
        .onConflictDoUpdate({ target: [scoreTargets.metric, scoreTargets.programId], set: { value } })
    await recordEvent(ctx, {
      type: 'insights.target_set',
      subject: programId ? { kind: 'program', id: programId } : { kind: 'organisation', id: monthlyId },
      data: { metric, value: value ?? null, before: before?.value ?? null },
    })
    return before?.value ?? null
  })
}
