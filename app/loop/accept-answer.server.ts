import { defaultOrganisation } from '#app/access/get-organisation.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { answeredBy } from '#app/loop/answered-by.ts'
import { runConsequences } from '#app/loop/run-consequences.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { acceptRevision } from '#app/responses/accept-revision.server.ts'
import { isTestAnswer, type AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import type { Revision } from '#app/responses/list-revisions.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import type { Class } from '#db/enums/statistics.ts'

/**
 * Makes a submission that was kept aside the answer, and does everything that must happen because of it, as if it had
 * been pressed: its event, then each consequence. The invitation's row must be locked, `invitation` and `revision` read
 * after that. It counts on the day on which it was given.
 */
export async function acceptAnswer(
  ctx: TxCtx,
  invitation: AnswerInvitation,
  revision: Revision,
  /** Who says so: the person, by what was seen on the page, or a colleague. */
  by: 'evidence' | 'colleague',
): Promise<{ responseId: string; class: Class; from: number | null; isTest: boolean }> {
  const { accepted, program, programId, contactId } = invitation
  const { metric } = program
  const day = dayOf(revision.at, invitation.zone ?? defaultOrganisation.zone)
  const now = await acceptRevision(ctx, invitation, revision, day)
  const from = accepted && { score: accepted.score, class: classOf(metric, accepted.score) }
  const to = { score: now.score, class: now.class, comment: now.comment }
  const isTest = isTestAnswer(invitation)
  await recordEvent(ctx, {
    type: isTest
      ? 'responses.tested'
      : by === 'colleague'
        ? 'responses.restored'
        : from
          ? 'responses.changed'
          : 'responses.recorded',
    subject: { kind: 'response', id: now.id },
    accountId: invitation.accountId,
    contactId,
    data: {
      programId,
      revisionId: revision.id,
      score: to.score,
      class: to.class,
      ...(from && { from: from.score }),
      evidence: revision.evidence,
    },
  })
  if (!isTest) {
    const made = { responseId: now.id, revisionId: revision.id, day: now.day, counts: now.counts }
    const answered = answeredBy(ctx, invitation, made, { from, to, language: now.language })
    // A colleague's word makes it the answer now, and a reply is due from now on.
    const at = by === 'colleague' ? ctx.now() : revision.at
    await runConsequences(ctx, { ...answered, at })
  }
  return { responseId: now.id, class: to.class, from: from?.score ?? null, isTest }
}
