import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { moveInput } from '#app/cases/case.ts'
import { changeCase, findCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { snoozeInput, snoozeUntil } from '#app/cases/snoozing/snooze.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'

/**
 * Puts a case off: it leaves the queue and comes back by itself, earlier when the customer says something or it gets
 * late. Its clocks go on.
 * @throws Conflict `case_state` when it is closed
 */
export async function snoozeCase(ctx: Ctx, input: z.input<typeof snoozeInput>): Promise<CaseRow> {
  const { caseId, span, lockVersion } = snoozeInput.parse(input)
  return write(ctx, async (ctx) => {
    const until = snoozeUntil(span, ctx.now(), (await getOrganisation(ctx)).zone)
    const row = await changeCase(ctx, {
      caseId,
      verb: 'snooze',
      event: 'cases.snoozed',
      lockVersion,
      set: { snoozedUntil: until },
      data: { until },
    })
    await enqueue(ctx, {
      kind: 'cases.wake',
      key: `cases.wake/${caseId}/${until}`,
      payload: { caseId, until },
      runAt: until,
    })
    return row
  })
}

/**
 * Back into the queue by hand.
 * @returns whether it had been put off
 * @throws Conflict `case_state` when it is closed
 */
export async function wakeCase(ctx: Ctx, input: z.input<typeof moveInput>): Promise<boolean> {
  const { caseId, lockVersion } = moveInput.parse(input)
  return write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    if (found.state !== 'closed' && found.snoozedUntil === null) return false
    await changeCase(ctx, { caseId, verb: 'wake', event: 'cases.woke', lockVersion, data: { why: 'hand' } })
    return true
  })
}
