import { and, eq, inArray, max } from 'drizzle-orm'
import type { z } from 'zod'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { moveInput } from '#app/cases/case.ts'
import { changeCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { caseEntries, casePeople, type entryKinds } from '#db/schema/cases.ts'

/**
 * The ball is with the customer, and the clock of resolving stands until they or we move.
 * @throws Conflict before anybody has contacted them, `case_unanswered` when they wrote last
 */
export async function waitForCustomer(ctx: Ctx, input: z.input<typeof moveInput>): Promise<CaseRow> {
  const { caseId, lockVersion } = moveInput.parse(input)
  return write(ctx, async (ctx) => {
    const row = await changeCase(ctx, { caseId, verb: 'wait', event: 'cases.waiting', lockVersion })
    if (await customerSpokeLast(ctx, caseId)) throw new Conflict('case_unanswered')
    return row
  })
}

/** Whether the customer has written or answered since somebody of ours last called, met or wrote: then they wait for us. */
export async function customerSpokeLast(ctx: TxCtx, caseId: string): Promise<boolean> {
  const lastOf = async (kinds: (typeof entryKinds)[number][]) => {
    const [last] = await ctx.tx
      .select({ at: max(caseEntries.at) })
      .from(caseEntries)
      .where(and(eq(caseEntries.caseId, caseId), inArray(caseEntries.kind, kinds)))
    return last?.at ?? null
  }
  const [answered] = await ctx.tx
    .select({ at: max(casePeople.clockFrom) })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, caseId), eq(casePeople.state, 'waiting')))
  const wrote = await lastOf(['mail_in'])
  const ours = await lastOf(['call', 'meeting', 'mail_out'])
  if (ours === null) return wrote !== null
  return ours < Math.max(wrote ?? 0, answered?.at ?? 0)
}

/** The ball is with us: somebody works on what the customer said. */
export async function workOnCase(ctx: Ctx, input: z.input<typeof moveInput>): Promise<CaseRow> {
  const { caseId, lockVersion } = moveInput.parse(input)
  return write(ctx, (ctx) =>
    changeCase(ctx, {
      caseId,
      verb: 'work',
      event: 'cases.working',
      lockVersion,
    }),
  )
}
