import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { acceptAnswer } from '#app/loop/accept-answer.server.ts'
import { findSuspect } from '#app/loop/find-suspect.server.ts'
import { Conflict } from '#app/platform/errors.ts'

export const suspectInput = z.object({ responseId: z.string().max(60), revisionId: z.string().max(60) })

/**
 * A colleague's word that a submission in quarantine, or one that waits to be confirmed, is the person's answer: it
 * counts from now on, in place of the one that counted, and all follows from it once.
 * @returns the score, and the one that it replaced
 * @throws NotFound; Conflict `revision_settled` when it was decided meanwhile, `answer_withdrawn` when the person took
 * their answer back
 */
export async function restoreAnswer(ctx: Ctx, input: z.input<typeof suspectInput>) {
  const given = suspectInput.parse(input)
  authorise(ctx, 'answers.judge')
  return write(ctx, async (ctx) => {
    const { invitation, revisions, revision } = await findSuspect(ctx, given, ['tentative', 'quarantined'])
    if (!invitation.accepted && revisions.some((one) => one.standing === 'withdrawn'))
      throw new Conflict('answer_withdrawn')
    const { from } = await acceptAnswer(ctx, invitation, revision, 'colleague')
    return { score: revision.score, from }
  })
}
