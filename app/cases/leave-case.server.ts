import { and, count, desc, eq, ne, or, sql } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { clockOf } from '#app/cases/change-case.server.ts'
import { closeForAnswer } from '#app/cases/close-case.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { wakeUp } from '#app/cases/snoozing/wake-up.server.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'

/**
 * The person behind an answer is no longer unhappy, or took it back. Before anybody spoke to them their part of the open case ends as
 * `changed`, and with nobody else waiting a new case closes as `changed_answer` or `withdrawn`. Once contact was made the
 * conversation goes on, and the timeline says that the answer changed. Who stays unhappy by another answer
 * of theirs stays. Run again it changes nothing.
 */
export async function leaveCase(
  ctx: TxCtx,
  input: { responseId: string; /** Null: taken back. */ score: number | null },
): Promise<void> {
  const [landing] = await ctx.tx
    .select({
      caseId: cases.id,
      personId: casePeople.id,
      person: casePeople.state,
    })
    .from(caseAnswers)
    .innerJoin(casePeople, eq(casePeople.id, caseAnswers.casePersonId))
    .innerJoin(cases, eq(cases.id, casePeople.caseId))
    .where(and(eq(caseAnswers.responseId, input.responseId), ne(cases.state, 'closed')))
    .orderBy(desc(caseAnswers.at))
    .limit(1)
  if (!landing || landing.person === 'changed') return
  // Touches the row, so that on PostgreSQL nobody works on the case or joins it meanwhile.
  const [found] = await ctx.tx
    .update(cases)
    .set({ lockVersion: sql`${cases.lockVersion} + 1` })
    .where(and(eq(cases.id, landing.caseId), ne(cases.state, 'closed')))
    .returning()
  if (!found) return
  const { responseId, score } = input
  await ctx.tx
    .update(caseAnswers)
    .set({ why: null })
    .where(and(eq(caseAnswers.responseId, responseId), eq(caseAnswers.casePersonId, landing.personId)))
  const other = await otherOf(ctx, landing.personId, responseId)
  if (other) await ctx.tx.update(casePeople).set({ responseId: other }).where(eq(casePeople.id, landing.personId))
  const stays = other !== null || found.state !== 'new' || landing.person !== 'waiting'
  await recordEvent(ctx, {
    type:
      score === null
        ? stays
          ? 'cases.answer_withdrawn'
          : 'cases.person_withdrew'
        : stays
          ? 'cases.answer_changed'
          : 'cases.person_changed',
    subject: { kind: 'case', id: found.id },
    accountId: found.accountId,
    data: {
      responseId,
      ...(score !== null && { score }),
      casePersonId: landing.personId,
    },
  })
  if (stays) return wakeUp(ctx, found.id, 'answer')
  await ctx.tx
    .update(casePeople)
    .set({ state: 'changed', ...(score === null && { wish: null, wishWhen: null, wishPhone: null }) })
    .where(eq(casePeople.id, landing.personId))
  const [waiting] = await ctx.tx
    .select({ n: count() })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, found.id), eq(casePeople.state, 'waiting')))
  if (waiting!.n > 0) {
    await ctx.tx
      .update(cases)
      .set(await clockOf(ctx, found))
      .where(eq(cases.id, found.id))
    await remark(ctx, found.id)
    await wakeUp(ctx, found.id, 'answer')
  } else
    await closeForAnswer(as(ctx, system('loop')) as TxCtx, {
      caseId: found.id,
      kind: score === null ? 'withdrawn' : 'changed_answer',
    })
}

/** Another answer by which the same person of the case is still not happy; the latest. */
async function otherOf(ctx: TxCtx, casePersonId: string, responseId: string): Promise<string | null> {
  const [other] = await ctx.tx
    .select({ id: caseAnswers.responseId })
    .from(caseAnswers)
    .innerJoin(responses, eq(responses.id, caseAnswers.responseId))
    .where(
      and(
        eq(caseAnswers.casePersonId, casePersonId),
        ne(caseAnswers.responseId, responseId),
        eq(responses.state, 'counted'),
        or(ne(responses.class, 'high'), eq(caseAnswers.why, 'contradiction')),
      ),
    )
    .orderBy(desc(caseAnswers.at))
    .limit(1)
  return other?.id ?? null
}
