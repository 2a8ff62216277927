import type { z } from 'zod'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { as, authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { landingOf } from '#app/cases/landing-of.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { setWish } from '#app/cases/set-wish.server.ts'
import { subjectKeyOf } from '#app/cases/subject-key.ts'
import { wishInput } from '#app/cases/wish.ts'
import { judgeForCase } from '#app/loop/case-verdict.ts'
import { foreseeReply } from '#app/loop/foresee-reply.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { refuseEndless } from '#app/responses/keep-answers.server.ts'
import { isTestAnswer, type AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'

/**
 * How somebody wants to be answered: by telephone, by mail, or not at all. Where no case was opened, asking for a reply
 * opens one, as every other door does. `none` without a case asks for nothing, and leaves nothing.
 * @returns false when there is nothing to be asked: the answer is not counted, or its case is over
 * @throws Invalid `wish_phone` when a call has no number that can be dialled, `wish_mail` when nobody knows the address
 */
export async function takeWish(
  ctx: Ctx,
  { invitationId, ...input }: z.input<typeof wishInput> & { invitationId: string },
): Promise<boolean> {
  authorise(ctx, 'answer.give')
  const said = wishInput.parse(input)
  const blank = input.phone.trim() === ''
  if (said.wish === 'call' && said.phone === null && !blank) throw noPhone()
  return write(ctx, async (tx) => {
    const invitation = await holdInvitation(tx, invitationId)
    if (!invitation?.responseId || invitation.responseState !== 'counted' || isTestAnswer(invitation)) return false
    if (said.wish === 'mail' && invitation.contactId === null) throw new Invalid('wish_mail', { wish: 'wish_mail' })
    const ctx = as(tx, { kind: 'contact', id: invitation.contactId }) as TxCtx
    await refuseEndless(ctx, invitation.responseId)
    const { foreseen } = await foreseeReply(ctx, invitation)
    if (foreseen.kind === 'over') return false
    const landing = await landingOf(ctx, invitation.responseId)
    // The page never shows the number again, so leaving it empty doesn't mean to take it back.
    if (said.wish === 'call' && blank) said.phone = landing?.phone ?? null
    if (said.wish === 'call' && said.phone === null) throw noPhone()
    if (!landing) {
      if (said.wish === 'none' && foreseen.kind === 'nobody') return true
      await openAsked(ctx, invitation)
    }
    return setWish(ctx, { responseId: invitation.responseId, ...said })
  })
}

const noPhone = () => new Invalid('wish_phone', { phone: 'wish_phone' })

/** Opens the case that the rule opens, or one of low severity since it was asked for. */
async function openAsked(ctx: TxCtx, invitation: AnswerInvitation) {
  const { account, contactId, keptFrom, program, accepted } = invitation
  const [responseId, score, given] = [invitation.responseId!, invitation.score!, invitation.class!]
  const verdict = judgeForCase(program.caseRule, { score, class: given, comment: accepted?.comment ?? null })
  const { caseId } = await openOrJoinCase(ctx, {
    response: { id: responseId, score, class: given, answeredAt: accepted?.at ?? ctx.now() },
    ...(verdict.kind === 'opens' ? verdict : ({ severity: 'low', why: 'asked' } as const)),
    account,
    contactId,
    keptFrom,
  })
  await placeHold(ctx, { subjectKey: subjectKeyOf(account, contactId, responseId), reason: 'open_case', refId: caseId })
}
