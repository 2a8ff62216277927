import type { z } from 'zod'
import { liftHold } from '#app/accounts/lift-hold.server.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { closeInput } from '#app/cases/case.ts'
import { changeCase, type CaseRow, type Change } from '#app/cases/change-case.server.ts'
import { cancelRecovery } from '#app/cases/recovery/cancel-recovery.server.ts'
import { closingVerb, type CloseKind } from '#app/cases/transitions.ts'
import { Invalid } from '#app/platform/errors.ts'

/**
 * A colleague ends a case: `by_hand` what is resolved, without waiting for what the customer says to it, `dismissed` what
 * never was one, which needs a reason in words. That it was put right only the customer says. The hold is lifted.
 */
export async function closeCase(ctx: Ctx, input: z.input<typeof closeInput>): Promise<CaseRow> {
  const { caseId, kind, text, lockVersion } = closeInput.parse(input)
  if (kind === 'dismissed' && !text) throw new Invalid('dismiss_reason', { text: 'dismiss_reason' })
  return write(ctx, (ctx) => end(ctx, caseId, kind, { lockVersion, entry: { kind: 'note', text } }))
}

/**
 * The customer took the unhappy answer back, or changed it to a happy one: nothing is left to do. For the loop, in the
 * transaction of the new answer; the caller acts for the system.
 */
export function closeForAnswer(
  ctx: TxCtx,
  input: { caseId: string; kind: 'changed_answer' | 'withdrawn' },
): Promise<CaseRow> {
  return end(ctx, input.caseId, input.kind, {})
}

/** What the customers answered to the re-ask, or left unanswered, ends it. For `recovery/`; the caller acts for the system. */
export function closeForRecovery(ctx: TxCtx, input: { caseId: string; kind: 'verified' | 'silent' }): Promise<CaseRow> {
  return end(ctx, input.caseId, input.kind, {})
}

async function end(ctx: TxCtx, caseId: string, kind: CloseKind, change: Pick<Change, 'lockVersion' | 'entry'>) {
  const row = await changeCase(ctx, {
    caseId,
    verb: closingVerb(kind),
    event: 'cases.closed',
    set: { closedAt: ctx.now(), closeKind: kind },
    data: { kind },
    ...change,
  })
  await cancelRecovery(ctx, caseId)
  await liftHold(ctx, {
    subjectKey: row.subjectKey,
    reason: 'open_case',
    refId: caseId,
  })
  return row
}
