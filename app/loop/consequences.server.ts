import { markAnswered } from '#app/accounts/mark-answered.server.ts'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { endConsentsOfAnswer } from '#app/advocacy/end-consents.server.ts'
import { nominateAdvocate, withdrawNomination } from '#app/advocacy/nominate-advocate.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { leaveCase } from '#app/cases/leave-case.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { reAskKeptFrom } from '#app/cases/recovery/place-of.server.ts'
import { takeRecoveryAnswer } from '#app/cases/recovery/take-recovery-answer.server.ts'
import { subjectKeyOf } from '#app/cases/subject-key.ts'
import { markInvitationAnswered, markInvitationTakenBack } from '#app/delivery/mark-invitation-answered.server.ts'
import { insertScoreDelta, type ScoreSnapshot } from '#app/insights/insert-score-delta.server.ts'
import { insertSendDelta } from '#app/insights/insert-send-delta.server.ts'
import { isContradiction, type CaseVerdict } from '#app/loop/case-verdict.ts'
import { noteLeftOut } from '#app/loop/left-out.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { keepFrom } from '#app/responses/keep-from.server.ts'
import { latestAnswer } from '#app/responses/latest-answer.server.ts'
import type { Class } from '#db/enums/statistics.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import type { CaseRule } from '#db/schema/surveys.ts'

interface Given {
  score: number
  class: Class
}

/** An answer that was just accepted, and everything that its consequences go by. */
export interface Answered {
  responseId: string
  revisionId: string
  invitationId: string
  programId: string
  contactId: string | null
  account: { id: string; ownerId: string | null } | null
  /** When this revision was given; milliseconds UTC. */
  at: number
  /** The day of the first counted answer. */
  day: number
  /** The day on which the invitation was sent; null for who came in by a door, uninvited: that is no response rate. */
  sentDay: number | null
  language: Language
  snapshot: ScoreSnapshot
  counts: boolean
  /** The rule of the program when the answer was counted: by it alone the answer lands on a case, also in a repair. */
  caseRule: CaseRule
  /** What that rule makes of it; null when it was taken back. */
  verdict: CaseVerdict | null
  /** What this person had answered before; null the first time. */
  from: Given | null
  /** What they answer now; null when they took it back. */
  to: (Given & { comment: string | null }) | null
  /** The colleague from whom this person keeps it. */
  keptFrom: string | null
  /** The open case, once the step before has found it. */
  caseId?: string
}

/** The order in which they run. */
export const stepNames = ['invitation', 'contact', 'case', 'hold', 'advocate', 'score', 'rate', 'recovery'] as const
export type StepName = (typeof stepNames)[number]

/** What must happen because of an answer, or of its taking back. Every step but `score` and `rate` bears being done twice. */
export const steps: Record<StepName, (ctx: TxCtx, answered: Answered) => Promise<void>> = {
  invitation: (ctx, { invitationId: id, at, to }) =>
    to ? markInvitationAnswered(ctx, { id, at }) : markInvitationTakenBack(ctx, id),

  async contact(ctx, { contactId, at, to, keptFrom }) {
    if (!contactId) return
    if (to) return markAnswered(ctx, { contactId, at, class: keptFrom === null ? to.class : null })
    const last = await latestAnswer(ctx, contactId)
    await markAnswered(ctx, { contactId, at: last?.at ?? null, class: last?.class ?? null })
  },

  async case(ctx, answered) {
    const { responseId, verdict, to } = answered
    if (verdict?.kind === 'opens') return void (await landCase(ctx, answered))
    if (answered.from || !to) await leaveCase(ctx, { responseId, score: to?.score ?? null })
    // Every unhappy answer lands in a case, or leaves word of the rule that kept it out.
    if (to && verdict?.kind === 'left_out') await noteLeftOut(ctx, { ...answered, score: to.score, rule: verdict.rule })
  },

  async hold(ctx, answered) {
    if (answered.verdict?.kind !== 'opens') return
    const caseId = answered.caseId ?? (await landCase(ctx, answered))
    const subjectKey = subjectKeyOf(answered.account, answered.contactId, answered.responseId)
    await placeHold(ctx, { subjectKey, reason: 'open_case', refId: caseId })
  },

  async advocate(ctx, { contactId, account, responseId, to, from, verdict }) {
    if (!contactId) return
    const accountId = account?.id ?? null
    if (!to) {
      // The other answers speak for themselves: who is happy by the latest of them stays, or is one again.
      const last = await latestAnswer(ctx, contactId)
      if (last?.class === 'high') await nominateAdvocate(ctx, { contactId, accountId, responseId: last.id })
      else if (from?.class === 'high') await withdrawNomination(ctx, { contactId, why: 'taken_back' })
      await endConsentsOfAnswer(ctx, responseId)
    } else if (to.class === 'high' && !isContradiction(verdict))
      await nominateAdvocate(ctx, { contactId, accountId, responseId })
    else if (to.class !== 'mid' || from?.class === 'high') await withdrawNomination(ctx, { contactId, why: 'unhappy' })
  },

  async score(ctx, answered) {
    if (!answered.counts) return
    const { responseId, programId, day, language, snapshot, from, to } = answered
    if (from?.score === to?.score) return // only the comment is new
    const note = ({ score, class: given }: Given, sign: 1 | -1) =>
      insertScoreDelta(ctx, { responseId, programId, day, language, snapshot, score, class: given, sign })
    if (from) await note(from, -1)
    if (to) await note(to, 1)
  },

  async rate(ctx, { programId, sentDay, from, to }) {
    if ((from && to) || sentDay === null) return
    await insertSendDelta(ctx, { programId, day: sentDay, answered: to ? 1 : -1 })
  },

  async recovery(ctx, answered) {
    const { responseId, invitationId } = answered
    // Who kept from a colleague what it is about doesn't want them to read this either.
    const userId = answered.keptFrom ?? (await reAskKeptFrom(ctx, invitationId))
    if (userId !== null) await keepFrom(ctx, { responseId, userId })
    await takeRecoveryAnswer(ctx, { ...answered, keptFrom: userId })
  },
}

/** The steps that have something to do. */
export function stepsOf({ programId, counts, contactId, sentDay, from, to, verdict }: Answered): StepName[] {
  // What is answered to the question after a case says how the case ended, and nothing else.
  if (programId === recoveryProgramId) return from === null || to === null ? ['invitation', 'recovery'] : ['recovery']
  const opens = verdict?.kind === 'opens'
  return stepNames.filter((name) => {
    if (name === 'invitation') return from === null || to === null
    if (name === 'rate') return (from === null || to === null) && sentDay !== null
    if (name === 'contact') return contactId !== null
    if (name === 'case') return opens || from !== null || verdict?.kind === 'left_out'
    if (name === 'hold') return opens
    if (name === 'recovery') return false
    if (name === 'advocate') return contactId !== null && (to?.class !== 'mid' || from?.class === 'high')
    return counts && from?.score !== to?.score
  })
}

async function landCase(ctx: TxCtx, answered: Answered): Promise<string> {
  const { responseId, at, account, contactId, verdict, to, keptFrom } = answered
  if (!to || verdict?.kind !== 'opens') throw new Error('an answer that opens no case was to land on one')
  const { score, class: given } = to
  const { severity, why } = verdict
  const { caseId } = await openOrJoinCase(ctx, {
    response: { id: responseId, score, class: given, answeredAt: at },
    severity,
    why,
    account,
    contactId,
    keptFrom,
  })
  answered.caseId = caseId
  return caseId
}
