import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { write, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { answeredBy } from '#app/loop/answered-by.ts'
import { stepNames, steps } from '#app/loop/consequences.server.ts'
import type { AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { getResponseRow } from '#app/responses/get-response-row.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import { events } from '#db/schema/audit.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'

const payloadSchema = z.object({
  responseId: z.string(),
  revisionId: z.string(),
  step: z.enum(stepNames),
  from: z.number().nullable(),
  /** The revision was taken back: what failed was its reversal. */
  withdrawn: z.boolean().default(false),
})

/**
 * Job `loop.repair`: does a consequence that failed. Cases, holds and advocates follow the answer as it is now; the
 * numbers get exactly the difference that this revision owed them. The event `loop.repaired`, written in the same
 * transaction, keeps a second run from doing it twice.
 */
export const repair: JobHandler = async (ctx, run) => {
  const { responseId, revisionId, step, from, withdrawn } = payloadSchema.parse(run.payload)
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
    if (found.erasedAt === null || exact)
      await steps[step](ctx, answeredOf(ctx, found, invitation, { from, withdrawn, exact }))
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
}

function answeredOf(ctx: TxCtx, found: Found, invitation: AnswerInvitation, { from, withdrawn, exact }: Owed) {
  const { metric } = invitation.program
  const given = (score: number) => ({ score, class: classOf(metric, score) })
  const now = invitation.accepted
  const before = from ?? (exact || now?.score === found.owed ? null : found.owed)
  const after = exact ? (withdrawn ? null : found.owed) : (now?.score ?? null)
  const { id: responseId, day, language } = found
  const made = { responseId, revisionId: now?.id ?? found.revisionId, day, counts: exact || found.counts }
  const [owedFrom, to] = [before === null ? null : given(before), after === null ? null : given(after)]
  return { ...answeredBy(ctx, invitation, made, { from: owedFrom, to, language }), at: now?.at ?? ctx.now() }
}
