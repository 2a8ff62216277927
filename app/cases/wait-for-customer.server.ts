import type { z } from 'zod'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { moveInput } from '#app/cases/case.ts'
import { changeCase, type CaseRow } from '#app/cases/change-case.server.ts'

/** The ball is with the customer. @throws Conflict before anybody has contacted them */
export async function waitForCustomer(ctx: Ctx, input: z.input<typeof moveInput>): Promise<CaseRow> {
  const { caseId, lockVersion } = moveInput.parse(input)
  return write(ctx, (ctx) =>
    changeCase(ctx, {
      caseId,
      verb: 'wait',
      event: 'cases.waiting',
      lockVersion,
    }),
  )
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
