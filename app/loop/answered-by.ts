import type { Ctx } from '#app/audit/context.server.ts'
import { judgeForCase } from '#app/loop/case-verdict.ts'
import type { Answered } from '#app/loop/consequences.server.ts'
import type { AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import type { CaseRule } from '#db/schema/surveys.ts'

/** What the consequences of an answer, or of its taking back, go by. */
export function answeredBy(
  ctx: Ctx,
  invitation: AnswerInvitation,
  { responseId, revisionId, day, counts }: Pick<Answered, 'responseId' | 'revisionId' | 'day' | 'counts'>,
  {
    rule = invitation.program.caseRule,
    ...given
  }: Pick<Answered, 'from' | 'to' | 'language'> & {
    /** The rule that held when the answer was counted. */ rule?: CaseRule
  },
): Answered {
  const { id, account, stored, answerLanguage, programId, contactId } = invitation
  return {
    ...given,
    language: answerLanguage ?? given.language,
    responseId,
    revisionId,
    invitationId: id,
    programId,
    contactId,
    account: account && { id: account.id, ownerId: account.ownerId },
    at: ctx.now(),
    day,
    sentDay: rateDayOf(invitation, day),
    snapshot: stored ?? account ?? nowhere,
    counts,
    caseRule: rule,
    verdict: given.to && judgeForCase(rule, given.to),
    keptFrom: invitation.keptFrom,
  }
}

/** The day that an answer counts for in the response rate: of the sending, or its own while that isn't acknowledged yet. */
const rateDayOf = ({ sentDay, doorId }: AnswerInvitation, day: number) => sentDay ?? (doorId === null ? day : null)

const nowhere = { tier: null, region: null, industry: null, plan: null, stage: null, ownerId: null, products: [] }
