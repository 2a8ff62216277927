import { and, eq } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { Answered } from '#app/loop/consequences.server.ts'
import type { CaseVerdict } from '#app/loop/case-verdict.ts'
import { events } from '#db/schema/audit.ts'

type LeftOutBy = Extract<CaseVerdict, { kind: 'left_out' }>['rule']

/**
 * Leaves word that an unhappy answer opens no case, and of the rule that says so: once for an answer, its score and the
 * rule, however often it is tried again.
 */
export async function noteLeftOut(
  ctx: TxCtx,
  of: Pick<Answered, 'responseId' | 'account' | 'contactId' | 'caseRule'> & { score: number; rule: LeftOutBy },
): Promise<void> {
  const { responseId, score, rule } = of
  const said = await leftOutOf(ctx, responseId)
  if (said.some((data) => data.rule === rule && data.score === score)) return
  await recordEvent(ctx, {
    type: 'loop.no_case',
    subject: { kind: 'response', id: responseId },
    accountId: of.account?.id,
    contactId: of.contactId,
    data: { rule, score, ...(rule === 'threshold' && { threshold: of.caseRule.threshold }) },
  })
}

/** Whether an answer was left without a case when it was counted with this score, whatever the rule says by now. */
export const wasLeftOut = async (ctx: Ctx, responseId: string, score: number): Promise<boolean> =>
  (await leftOutOf(ctx, responseId)).some((data) => data.score === score)

async function leftOutOf(ctx: Ctx, responseId: string): Promise<Record<string, unknown>[]> {
  const rows = await read(ctx)
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.subjectKind, 'response'), eq(events.subjectId, responseId), eq(events.type, 'loop.no_case')))
    .limit(100)
  return rows.map((row) => row.data)
}
