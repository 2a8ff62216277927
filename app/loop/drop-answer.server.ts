import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { findSuspect } from '#app/loop/find-suspect.server.ts'
import { suspectInput } from '#app/loop/restore-answer.server.ts'
import { setResponseState } from '#app/responses/set-response-state.server.ts'
import { setStanding } from '#app/responses/set-standing.server.ts'

type Suspect = z.input<typeof suspectInput>

/**
 * A submission in quarantine is no answer, says a colleague: it stays written down and is asked about no more. An answer
 * of which nothing else is left is withdrawn with it. @throws NotFound, Conflict `revision_settled`
 */
export async function dropAnswer(ctx: Ctx, input: Suspect): Promise<{ score: number }> {
  const given = suspectInput.parse(input)
  authorise(ctx, 'answers.judge')
  return write(ctx, async (ctx) => {
    const { response, invitation, revisions, revision } = await findSuspect(ctx, given, ['tentative', 'quarantined'])
    await setStanding(ctx, revision.id, revision.standing, 'dropped')
    const open = revisions.some(
      (one) => one.id !== revision.id && (one.standing === 'tentative' || one.standing === 'quarantined'),
    )
    if (response.state === 'unconfirmed' && !open) await setResponseState(ctx, response.id, 'withdrawn')
    await tell(ctx, 'responses.dropped', { ...given, accountId: invitation.accountId, contactId: invitation.contactId })
    return { score: revision.score }
  })
}

/** Takes that back: the submission is in quarantine again. @throws NotFound, Conflict `revision_settled` */
export async function keepAnswer(ctx: Ctx, input: Suspect): Promise<{ score: number }> {
  const given = suspectInput.parse(input)
  authorise(ctx, 'answers.judge')
  return write(ctx, async (ctx) => {
    const { response, invitation, revisions, revision } = await findSuspect(ctx, given, ['dropped'])
    await setStanding(ctx, revision.id, 'dropped', 'quarantined')
    const byPerson = revisions.some((one) => one.standing === 'withdrawn')
    if (response.state === 'withdrawn' && !byPerson) await setResponseState(ctx, response.id, 'unconfirmed')
    await tell(ctx, 'responses.kept', { ...given, accountId: invitation.accountId, contactId: invitation.contactId })
    return { score: revision.score }
  })
}

const tell = (
  ctx: TxCtx,
  type: string,
  {
    responseId,
    revisionId,
    ...of
  }: { responseId: string; revisionId: string; accountId: string | null; contactId: string | null },
) => recordEvent(ctx, { type, subject: { kind: 'response', id: responseId }, ...of, data: { revisionId } })
