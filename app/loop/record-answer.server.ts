import { z } from 'zod'
import { createHash } from 'node:crypto'
import { as, authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { defaultOrganisation } from '#app/access/get-organisation.server.ts'
import { answeredBy } from '#app/loop/answered-by.ts'
import { runConsequences } from '#app/loop/run-consequences.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { Invalid, TooMany } from '#app/platform/errors.ts'
import { languages } from '#app/platform/languages.ts'
import { closedBecause, type AnswerInvitation, type Closed } from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { findSubmission, recordRevision, revisionsOf } from '#app/responses/record-revision.server.ts'
import { judge, longestComment, mayChange, mostRevisions } from '#app/responses/response.ts'
import { withdrawnAt } from '#app/responses/withdraw-revision.server.ts'
import { classOf, isScore } from '#app/statistics/scale.ts'
import type { Class } from '#db/enums/statistics.ts'

const answerSchema = z.object({
  invitationId: z.string().max(60),
  /** Generation of the link that was used. */
  gen: z.number().int(),
  score: z.number(),
  /** Cleaned text; null for none. */
  comment: z.string().min(1).max(longestComment).nullable(),
  /** The language that the page was read in. */
  language: z.enum(languages),
  /** Of the page, opened by `openNonce`. */
  nonce: z.object({ key: z.string().max(80), issuedAt: z.number(), confirms: z.number().nullable() }),
})
export type AnswerInput = z.infer<typeof answerSchema>

/** What the page says next. */
export type AnswerOutcome =
  /** The answer stands; `fresh` when this post made it so, not a repetition of it. */
  | { kind: 'recorded'; class: Class; fresh: boolean }
  /** Not counted yet: a person presses once more. `from`: what stands until then. */
  | { kind: 'press_again'; from: number | null }
  /** It would change what was answered: "from 9 to 3?" */
  | { kind: 'confirm'; from: number; to: number }
  /** The days in which it could be changed are over. */
  | { kind: 'stands' }
  | { kind: 'closed'; why: Closed }

/**
 * A customer's answer, and everything that must happen because of it, in one durable transaction: the accepted
 * revision and its event, then each consequence in its own savepoint. A consequence that throws becomes a repair job
 * and an alert; it never refuses the answer.
 * @throws Invalid `score_outside` when the score is not on the program's scale; TooMany after 50 submissions
 */
export async function recordAnswer(ctx: Ctx, input: AnswerInput): Promise<AnswerOutcome> {
  const given = answerSchema.parse(input)
  authorise(ctx, 'answer.give')
  return write(ctx, async (ctx) => {
    const invitation = await holdInvitation(ctx, given.invitationId)
    const closed = closedBecause(invitation, given.gen, ctx.now())
    if (closed || !invitation) return { kind: 'closed', why: closed ?? 'unknown' }
    if (!isScore(invitation.program.metric, given.score)) throw new Invalid('score_outside', { score: 'score_outside' })
    return settle(as(ctx, { kind: 'contact', id: invitation.contactId }) as TxCtx, invitation, given)
  })
}

async function settle(ctx: TxCtx, invitation: AnswerInvitation, given: AnswerInput): Promise<AnswerOutcome> {
  const { accepted } = invitation
  const zone = invitation.zone ?? defaultOrganisation.zone
  // A nonce is good for one invitation, so the first submission needs no search for an earlier one.
  const posted = invitation.responseId ? await findSubmission(ctx, given.nonce.key) : null
  const verdict = judge({ ...given, at: ctx.now() }, accepted, posted)
  if (verdict.kind === 'same') return { kind: 'recorded', class: invitation.class!, fresh: false }
  if (accepted && !mayChange(invitation, ctx.now())) return { kind: 'stands' }
  if (verdict.kind === 'confirm') return { kind: 'confirm', from: verdict.from, to: given.score }
  if (verdict.kind === 'still_suspect') return { kind: 'press_again', from: accepted?.score ?? null }
  // A page made before the answer was taken back must not bring it back.
  if (
    invitation.responseState === 'withdrawn' &&
    given.nonce.issuedAt <= (await withdrawnAt(ctx, invitation.responseId!))
  )
    return { kind: 'press_again', from: null }
  const suspect = verdict.kind === 'quarantine' ? verdict.reason : null
  const submissionKey = posted ? keyOfReuse(given) : given.nonce.key
  if (posted && (await findSubmission(ctx, submissionKey)))
    return { kind: 'press_again', from: accepted?.score ?? null }

  const recorded = invitation.responseId ? await revisionsOf(ctx, invitation.responseId) : 0
  if (recorded >= mostRevisions) throw new TooMany(3600)
  const { metric } = invitation.program
  const sameClass = accepted !== null && classOf(metric, accepted.score) === classOf(metric, given.score)
  const to = { score: given.score, class: classOf(metric, given.score) }
  const revision = {
    ...to,
    // The page never shows an earlier comment, so leaving the field empty doesn't mean to delete it.
    comment: given.comment ?? (sameClass && !suspect ? accepted.comment : null),
    language: given.language,
    submissionKey,
    day: dayOf(ctx.now(), zone),
    reason: suspect,
  }
  const made = await recordRevision(ctx, invitation, revision, recorded)
  const from = accepted && { score: accepted.score, class: classOf(metric, accepted.score) }
  await recordEvent(ctx, {
    type: made.isTest
      ? 'responses.tested'
      : suspect
        ? 'responses.quarantined'
        : from
          ? 'responses.changed'
          : 'responses.recorded',
    subject: { kind: 'response', id: made.responseId },
    accountId: invitation.accountId,
    contactId: invitation.contactId,
    data: {
      programId: invitation.programId,
      revisionId: made.revisionId,
      ...to,
      ...(from && { from: from.score }),
      ...(suspect && { reason: suspect }),
    },
  })
  if (suspect) return { kind: 'press_again', from: accepted?.score ?? null }
  if (!made.isTest)
    await runConsequences(
      ctx,
      answeredBy(ctx, invitation, made, { from, to: { ...to, comment: revision.comment }, language: given.language }),
    )
  return { kind: 'recorded', class: to.class, fresh: true }
}

/** A used nonce with other words: one row for each different text, however often it comes. */
const keyOfReuse = ({ nonce, score, comment }: AnswerInput) =>
  `${nonce.key}#${createHash('sha256')
    .update(`${score} ${comment ?? ''}`)
    .digest('base64url')
    .slice(0, 16)}`
