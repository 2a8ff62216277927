import type { z } from 'zod'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { moveInput } from '#app/cases/case.ts'
import { changeCase, findCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { cancelRecovery } from '#app/cases/recovery/cancel-recovery.server.ts'

/** It wasn't over: back to work, on the same case. @throws Conflict unless it is resolved */
export async function reopenCase(ctx: Ctx, input: z.input<typeof moveInput>): Promise<CaseRow> {
  const { caseId, lockVersion } = moveInput.parse(input)
  return write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    const row = await changeCase(ctx, {
      caseId,
      verb: 'reopen',
      event: 'cases.reopened',
      lockVersion: lockVersion ?? found.lockVersion,
      set: { resolvedAt: null, reopened: found.reopened + 1 },
    })
    await cancelRecovery(ctx, caseId)
    return row
  })
}
