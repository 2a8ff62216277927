import { z } from 'zod'
import { as, authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { answeredBy } from '#app/loop/answered-by.ts'
import { runConsequences } from '#app/loop/run-consequences.server.ts'
import {
  closedBecause,
  isTestAnswer,
  type AnswerInvitation,
  type Closed,
} from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { mayChange, youngestNonce } from '#app/responses/response.ts'
import { withdrawRevision } from '#app/responses/withdraw-revision.server.ts'
import { classOf } from '#app/statistics/scale.ts'

const withdrawalSchema = z.object({
  invitationId: z.string().max(60),
  /** Generation of the link that was used. */
  gen: z.number().int(),
  /** When the page that asks once more was made, milliseconds UTC: of its nonce. */
  askedAt: z.number(),
})

/** What the page says next. */
export type WithdrawalOutcome =
  /** Nothing of it counts any more; `fresh` when this post made it so. */
  | { kind: 'withdrawn'; fresh: boolean }
  /** The page was made a moment ago, or before the answer: a person presses once more. */
  | { kind: 'press_again' }
  /** The days in which it could be changed are over. */
  | { kind: 'stands' }
  | { kind: 'closed'; why: Closed }

/**
 * A customer takes their answer back: the revision, its event and everything that had followed from it, each reversed
 * once, in one durable transaction. Whoever answers again by the same link starts anew; the day stays.
 */
export async function withdrawAnswer(ctx: Ctx, input: z.input<typeof withdrawalSchema>): Promise<WithdrawalOutcome> {
  const given = withdrawalSchema.parse(input)
  authorise(ctx, 'answer.give')
  return write(ctx, async (ctx) => {
    const invitation = await holdInvitation(ctx, given.invitationId)
    const closed = closedBecause(invitation, given.gen, ctx.now())
    if (closed || !invitation) return { kind: 'closed', why: closed ?? 'unknown' }
    const { accepted, responseId } = invitation
    if (!accepted || !responseId) return { kind: 'withdrawn', fresh: false }
    if (!mayChange(invitation, ctx.now())) return { kind: 'stands' }
    if (ctx.now() - given.askedAt < youngestNonce || given.askedAt <= accepted.at) return { kind: 'press_again' }
    await takeBack(as(ctx, { kind: 'contact', id: invitation.contactId }) as TxCtx, invitation, responseId)
    return { kind: 'withdrawn', fresh: true }
  })
}

async function takeBack(ctx: TxCtx, invitation: AnswerInvitation, responseId: string): Promise<void> {
  const gone = await withdrawRevision(ctx, responseId)
  if (!gone) throw new Error('an accepted revision went away under its lock')
  const from = { score: gone.score, class: classOf(invitation.program.metric, gone.score) }
  const isTest = isTestAnswer(invitation)
  await recordEvent(ctx, {
    type: 'responses.withdrawn',
    subject: { kind: 'response', id: responseId },
    accountId: invitation.accountId,
    contactId: invitation.contactId,
    data: { programId: invitation.programId, revisionId: gone.id, ...from, ...(isTest && { test: true }) },
  })
  if (isTest) return
  const made = { responseId, revisionId: gone.id, day: invitation.day!, counts: invitation.counts === true }
  await runConsequences(
    ctx,
    answeredBy(ctx, invitation, made, { from, to: null, language: invitation.answerLanguage! }),
  )
}
