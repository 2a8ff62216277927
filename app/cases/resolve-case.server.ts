import type { z } from 'zod'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { resolveInput } from '#app/cases/case.ts'
import { changeCase, type CaseRow } from '#app/cases/change-case.server.ts'

/** What it came from and what was done about it: both are needed, for they are what the company learns. */
export async function resolveCase(ctx: Ctx, input: z.input<typeof resolveInput>): Promise<CaseRow> {
  const { caseId, cause, action, text, lockVersion } = resolveInput.parse(input)
  return write(ctx, (ctx) =>
    changeCase(ctx, {
      caseId,
      verb: 'resolve',
      event: 'cases.resolved',
      lockVersion,
      set: { cause, action, resolvedAt: ctx.now() },
      data: { cause, action },
      entry: { kind: 'note', text },
    }),
  )
}
