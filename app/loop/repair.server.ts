import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { stepNames, steps, type Answered } from '#app/loop/consequences.server.ts'
import { rateDayOf } from '#app/loop/record-answer.server.ts'
import { getAnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import { events } from '#db/schema/audit.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { rowLock } from '#db/lock.ts'
import { invitations } from '#db/schema/delivery.ts'

const payloadSchema = z.object({
  responseId: z.string(),
  revisionId: z.string(),
  step: z.enum(stepNames),
  from: z.number().nullable(),
  /** The revision was taken back: what failed was its reversal. */
  withdrawn: z.boolean().default(false),
})

const lockInvitation = rowLock(invitations, invitations.id)

/**
 * Job `loop.repair`: does a consequence that failed. Cases, holds and advocates follow the answer as it is now; the
 * numbers get exactly the difference that this revision owed them. The event `loop.repaired`, written in the same
 * transaction, keeps a second run from doing it twice.
 */
export const repair: JobHandler = async (ctx, run) => {
  const { responseId, revisionId, step, from, withdrawn } = payloadSchema.parse(run.payload)
  await write(ctx, async (ctx) => {
    const found = await load(ctx, responseId, revisionId)
    if (!found) return // erased since
    await lockInvitation(ctx.tx, found.invitationId)
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
    const answered = found.erasedAt !== null && !exact ? null : await answeredOf(ctx, found, { from, withdrawn, exact })
    if (answered) await steps[step](ctx, answered)
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

async function load(ctx: Ctx & { tx: NonNullable<Ctx['tx']> }, responseId: string, revisionId: string) {
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

async function answeredOf(ctx: Ctx, found: Found, { from, withdrawn, exact }: Owed): Promise<Answered | null> {
  const invitation = await getAnswerInvitation(ctx, found.invitationId)
  if (!invitation) return null
  const { metric } = invitation.program
  const given = (score: number) => ({ score, class: classOf(metric, score) })
  const now = invitation.accepted
  const before = from ?? (exact || now?.score === found.owed ? null : found.owed)
  const after = exact ? (withdrawn ? null : found.owed) : (now?.score ?? null)
  return {
    responseId: found.id,
    revisionId: now?.id ?? found.revisionId,
    invitationId: invitation.id,
    programId: invitation.programId,
    contactId: invitation.contactId,
    account: invitation.account && { id: invitation.account.id, ownerId: invitation.account.ownerId },
    at: now?.at ?? ctx.now(),
    day: found.day,
    sentDay: rateDayOf(invitation, found.day),
    language: found.language,
    snapshot: found,
    counts: exact || found.counts,
    caseRule: invitation.program.caseRule,
    keptFrom: invitation.keptFrom,
    from: before === null ? null : given(before),
    to: after === null ? null : given(after),
  }
}
