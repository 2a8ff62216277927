import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { findCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { Conflict } from '#app/platform/errors.ts'

/**
 * Something beside the state of a case is changed by who works it, while nobody moves it.
 * @throws NotFound, Forbidden, Conflict `case_state` once it is closed
 */
export function workOnOpenCase<T>(
  ctx: Ctx,
  caseId: string,
  run: (ctx: TxCtx, found: CaseRow) => Promise<T>,
): Promise<T> {
  return write(ctx, async (ctx) => {
    await lockCase(ctx.tx, caseId)
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    if (found.state === 'closed') throw new Conflict('case_state')
    return run(ctx, found)
  })
}
