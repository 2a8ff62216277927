import { z } from 'zod'
import { as, write, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { acceptAnswer } from '#app/loop/accept-answer.server.ts'
import { doubtsAbout, quietWindow, type Doubt } from '#app/responses/evidence.ts'
import type { AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { listRevisions, type Revision } from '#app/responses/list-revisions.server.ts'
import { listTouches } from '#app/responses/list-touches.server.ts'
import { settleTouches } from '#app/responses/record-touches.server.ts'
import { getResponseRow } from '#app/responses/get-response-row.server.ts'
import { setStanding } from '#app/responses/set-standing.server.ts'

const payloadSchema = z.object({ responseId: z.string() })

/**
 * Job `loop.confirm`: the quiet window of a tentative answer is over. Of those that stand, the newest without a machine's
 * traces becomes the answer; the others step back, or go to quarantine with their reasons. Once an answer counts, or
 * while the program counts presses only, it does nothing, so it may run as often as it likes.
 */
export const confirmAnswer: JobHandler = async (ctx, run) => {
  const { responseId } = payloadSchema.parse(run.payload)
  await settleTouches(ctx.store)
  return write(ctx, async (ctx) => {
    const response = await getResponseRow(ctx, responseId)
    if (!response || response.erasedAt !== null) return
    const invitation = await holdInvitation(ctx, response.invitationId)
    if (!invitation || invitation.program.integrity === 'strict') return
    const tentative = (await listRevisions(ctx, responseId)).filter((one) => one.standing === 'tentative').reverse()
    const [newest] = tentative
    if (!newest) return
    // A later one settles this one too, at its own end.
    if (newest.at + quietWindow > ctx.now()) return { again: newest.at + quietWindow }
    await settleTentative(as(ctx, { kind: 'contact', id: invitation.contactId }) as TxCtx, invitation, tentative)
  })
}

async function settleTentative(ctx: TxCtx, invitation: AnswerInvitation, newestFirst: Revision[]) {
  const touches = await listTouches(ctx, invitation.id)
  const withdrawn = invitation.responseState === 'withdrawn'
  let chosen: Revision | null = null
  for (const revision of newestFirst) {
    const from = touches.find((touch) => touch.method === 'POST' && touch.at === revision.at) ?? null
    const doubts: Doubt[] = withdrawn ? ['needs_press'] : doubtsAbout({ at: revision.at, from }, touches)
    if (doubts.length) await putAside(ctx, invitation, revision, doubts)
    else if (chosen || invitation.accepted) await setStanding(ctx, revision.id, 'tentative', 'superseded')
    else chosen = revision
  }
  if (chosen) await acceptAnswer(ctx, invitation, chosen, 'evidence')
}

async function putAside(ctx: TxCtx, invitation: AnswerInvitation, revision: Revision, reasons: Doubt[]) {
  await setStanding(ctx, revision.id, 'tentative', 'quarantined', reasons)
  await recordEvent(ctx, {
    type: 'responses.quarantined',
    subject: { kind: 'response', id: revision.responseId },
    accountId: invitation.accountId,
    contactId: invitation.contactId,
    data: { programId: invitation.programId, revisionId: revision.id, score: revision.score, reason: reasons[0] },
  })
}
