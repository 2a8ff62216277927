import { and, eq, gte } from 'drizzle-orm'
import { z } from 'zod'
import { write, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { leaveCase } from '#app/cases/leave-case.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { answeredBy } from '#app/loop/answered-by.ts'
import { stepNames, steps } from '#app/loop/consequences.server.ts'
import type { AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { getResponseRow } from '#app/responses/get-response-row.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers } from '#db/schema/cases.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import type { CaseRule } from '#db/schema/surveys.ts'

const payloadSchema = z.object({
  responseId: z.string(),
  revisionId: z.string(),
  step: z.enum(stepNames),
  from: z.number().nullable(),
  /** The revision was taken back: what failed was its reversal. */
  withdrawn: z.boolean().default(false),
  /** The program's rule when the answer was counted; jobs from before it was kept go by the one of today. */
  caseRule: z.custom<CaseRule>().optional(),
})

/**
 * Job `loop.repair`: does a consequence that failed. Cases, holds and advocates follow the answer as it is now, and cases
 * the rule that held when it was counted; the
 * numbers get exactly the difference that this revision owed them. The event `loop.repaired`, written in the same
 * transaction, keeps a second run from doing it twice.
 */
export const repair: JobHandler = async (ctx, run) => {
  const { responseId, revisionId, step, from, withdrawn, caseRule } = payloadSchema.parse(run.payload)
  await write(ctx, async (ctx) => {
    const known = await getResponseRow(ctx, responseId)
    const invitation = known && (await holdInvitation(ctx, known.invitationId))
    const found = invitation && (await load(ctx, responseId, revisionId))
    if (!found) return // erased since
    const done = await ctx.tx
      .select({ id: events.id })
      .from(events)
      .where(
        and(
          eq(events.subjectKind, 'response'),
          eq(events.subjectId, responseId),
          eq(events.type, 'loop.repaired'),
          eq(events.actorId, run.id),
        ),
      )
      .limit(1)
    if (done.length) return
    const exact = step === 'score' || step === 'rate'
    // Of somebody who was erased only the numbers go on.
    const later = invitation.accepted?.id === revisionId ? null : invitation.accepted
    if (later && (step === 'case' || step === 'hold')) {
      if (step === 'case' && found.erasedAt === null) await leaveUnlessLanded(ctx, responseId, later)
    } else if (found.erasedAt === null || exact)
      await steps[step](ctx, answeredOf(ctx, found, invitation, { from, withdrawn, exact, caseRule }))
    await recordEvent(
      { ...ctx, actor: { kind: 'system', id: run.id } },
      {
        type: 'loop.repaired',
        subject: { kind: 'response', id: responseId },
        accountId: found.accountId,
        contactId: found.contactId,
        data: { step, revisionId },
      },
    )
  })
}

/** A later answer has had these steps of its own, by the rule of its own time: left is to leave a case that it isn't on. */
async function leaveUnlessLanded(ctx: TxCtx, responseId: string, later: { score: number; at: number }) {
  const [landed] = await ctx.tx
    .select({ at: caseAnswers.at })
    .from(caseAnswers)
    .where(and(eq(caseAnswers.responseId, responseId), gte(caseAnswers.at, later.at)))
    .limit(1)
  if (!landed) await leaveCase(ctx, { responseId, score: later.score })
}

async function load(ctx: TxCtx, responseId: string, revisionId: string) {
  const [row] = await ctx.tx
    .select({ response: responses, owed: { score: responseRevisions.score } })
    .from(responses)
    .innerJoin(responseRevisions, eq(responseRevisions.id, revisionId))
    .where(eq(responses.id, responseId))
  return row ? { ...row.response, revisionId, owed: row.owed.score } : null
}

type Found = NonNullable<Awaited<ReturnType<typeof load>>>

interface Owed {
  from: number | null
  withdrawn: boolean
  /** The difference of the revision that failed; else the answer that stands now, if any does. */
  exact: boolean
  caseRule: CaseRule | undefined
}

function answeredOf(ctx: TxCtx, found: Found, invitation: AnswerInvitation, owed: Owed) {
  const { from, withdrawn, exact, caseRule: rule } = owed
  const { metric } = invitation.program
  const given = (score: number) => ({ score, class: classOf(metric, score) })
  const now = invitation.accepted
  const before = from ?? (exact || now?.score === found.owed ? null : found.owed)
  const after = exact ? (withdrawn ? null : found.owed) : (now?.score ?? null)
  const { id: responseId, day, language } = found
  const made = { responseId, revisionId: now?.id ?? found.revisionId, day, counts: exact || found.counts }
  const [owedFrom, to] = [
    before === null ? null : given(before),
    after === null ? null : { ...given(after), comment: exact ? null : (now?.comment ?? null) },
  ]
  return {
    ...answeredBy(ctx, invitation, made, { from: owedFrom, to, language, ...(rule && { rule }) }),
    at: now?.at ?? ctx.now(),
  }
}
