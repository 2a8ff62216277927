import { z } from 'zod'
import { defaultOrganisation } from '#app/access/get-organisation.server.ts'
import { as, authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { languages } from '#app/platform/languages.ts'
import { gestures, judgeEvidence, quietWindow } from '#app/responses/evidence.ts'
import { closedBecause } from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { listRevisions } from '#app/responses/list-revisions.server.ts'
import { recordRevision } from '#app/responses/record-revision.server.ts'
import { isRobot, rowOf } from '#app/responses/record-touches.server.ts'
import { setStanding } from '#app/responses/set-standing.server.ts'
import { addTouch } from '#app/responses/write-touches.server.ts'
import { classOf, isScore } from '#app/statistics/scale.ts'

const evidenceSchema = z.object({
  invitationId: z.string().max(60),
  /** Generation of the link that was used. */
  gen: z.number().int(),
  score: z.number(),
  language: z.enum(languages),
  /** The page's nonce, opened by `openNonce`. */
  nonce: z.object({ key: z.string().max(80) }),
  gesture: z.enum(gestures),
  /** Whether the browser says that a program drives it. */
  automated: z.boolean(),
  address: z.string(),
  agent: z.string(),
})
export type EvidenceInput = z.infer<typeof evidenceSchema>

/**
 * A person came with a score from the mail, touched the page and pressed nothing. The answer is written down as
 * tentative, outside every number; a job confirms it after the quiet window, if the program's mode lets it.
 * @returns what was written down; null when it tells nothing new or may not be given
 */
export async function recordEvidence(ctx: Ctx, input: EvidenceInput): Promise<'tentative' | 'quarantined' | null> {
  const given = evidenceSchema.parse(input)
  authorise(ctx, 'answer.give')
  return write(ctx, async (open) => {
    const at = open.now()
    const ctx = { ...open, now: () => at } // the touch names the submission that it is evidence of by its time
    const invitation = await holdInvitation(ctx, given.invitationId)
    if (!invitation || closedBecause(invitation, given.gen, ctx.now())) return null
    const { metric, integrity } = invitation.program
    if (!isScore(metric, given.score)) return null
    const revisions = invitation.responseId ? await listRevisions(ctx, invitation.responseId) : []
    const verdict = judgeEvidence({ ...given, robot: isRobot(given.agent) }, integrity, revisions)
    if (!verdict) return null
    const { standing } = verdict
    const reason = verdict.standing === 'quarantined' ? verdict.reason : null
    const by = as(ctx, { kind: 'contact', id: invitation.contactId }) as TxCtx
    const { invitationId, score } = given
    const to = { score, class: classOf(metric, score) }
    // On one page the answer follows what is chosen; another page's stands until it is known whose it was.
    const samePage = `${given.nonce.key}~`
    for (const one of revisions)
      if (one.standing === 'tentative' && one.submissionKey.startsWith(samePage))
        await setStanding(ctx, one.id, 'tentative', 'superseded')
    const made = await recordRevision(
      by,
      invitation,
      {
        ...to,
        comment: null,
        language: given.language,
        submissionKey: samePage + (revisions.length + 1),
        day: dayOf(ctx.now(), invitation.zone ?? defaultOrganisation.zone),
        reason,
        implicit: standing,
      },
      revisions.length,
    )
    const programId = made.isTest ? null : invitation.programId
    await addTouch(by, rowOf(ctx, { ...given, purpose: '', programId, invitationId, at, method: 'POST' }))
    await recordEvent(by, {
      type: standing === 'tentative' ? 'responses.tapped' : 'responses.quarantined',
      subject: { kind: 'response', id: made.responseId },
      accountId: invitation.accountId,
      contactId: invitation.contactId,
      data: { programId: invitation.programId, revisionId: made.revisionId, ...to, ...(reason && { reason }) },
    })
    if (standing === 'tentative' && integrity !== 'strict')
      await enqueue(by, {
        kind: 'loop.confirm',
        key: `confirm/${made.revisionId}`,
        payload: { responseId: made.responseId },
        runAt: at + quietWindow,
      })
    return standing
  })
}
