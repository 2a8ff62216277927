import { eq } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { replyDue } from '#app/cases/due.ts'
import { landingOf, openCaseOwner } from '#app/cases/landing-of.server.ts'
import { findOwner } from '#app/cases/routing/route-case.server.ts'
import { whoKeeps } from '#app/cases/routing/route-joined.server.ts'
import { findTarget } from '#app/cases/sla/find-target.server.ts'
import { subjectKeyOf } from '#app/cases/subject-key.ts'
import { judgeForCase } from '#app/loop/case-verdict.ts'
import { wasLeftOut } from '#app/loop/left-out.server.ts'
import type { AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import type { Foreseen, Standing } from '#app/loop/foreseen.ts'
import { users } from '#db/schema/access.ts'
import { caseAnswers } from '#db/schema/cases.ts'

/**
 * Reads the promise off the case that an answer landed in. Before there is one (a repair still waits, or the answer is
 * not confirmed) it is foreseen by the rules that will open it: the program's, the routing, the policy for the tier, and the calendar of whoever gets it.
 */
export async function foreseeReply(ctx: Ctx, invitation: AnswerInvitation): Promise<Standing> {
  const landing = invitation.responseId && (await landingOf(ctx, invitation.responseId))
  if (landing) {
    const { owner, wish, when } = landing
    const foreseen: Foreseen =
      landing.state === 'waiting'
        ? { kind: 'reply', owner, dueAt: landing.replyDueAt }
        : landing.state === 'replied'
          ? { kind: 'replied', owner }
          : { kind: 'not_wanted' }
    return { foreseen, wish, when }
  }
  return { foreseen: await byTheRules(ctx, invitation), wish: null, when: null }
}

async function byTheRules(ctx: Ctx, invitation: AnswerInvitation): Promise<Foreseen> {
  const { account, contactId, responseId, program, keptFrom } = invitation
  if (await hasLanded(ctx, invitation)) return { kind: 'over' }
  const { score, class: given, accepted } = invitation
  if (score === null || given === null) return { kind: 'nobody' }
  const verdict = judgeForCase(program.caseRule, { score, class: given, comment: accepted?.comment ?? null })
  if (verdict.kind !== 'opens') return { kind: 'nobody' }
  // The rule that held when it was counted stands, whatever it says by now.
  if (accepted && responseId && (await wasLeftOut(ctx, responseId, score))) return { kind: 'nobody' }
  const { severity } = verdict
  const at = accepted?.at ?? ctx.now()
  const joins = await openCaseOwner(ctx, subjectKeyOf(account, contactId, responseId ?? ''))
  const about = { account, keptFrom, severity, said: responseId ? { responseId } : undefined }
  const to = joins ? await whoKeeps(ctx, about, joins) : await findOwner(ctx, about, invitation.id)
  const ownerId = to?.ownerId ?? null
  const target = await findTarget(ctx, { accountId: account?.id ?? null, severity, version: joins?.policyVersion })
  const dueAt = replyDue(at, target, await getWorkingCalendar(ctx, at, joins?.ownerId ?? ownerId))
  const [owner] = ownerId ? await read(ctx).select({ name: users.name }).from(users).where(eq(users.id, ownerId)) : []
  return { kind: 'reply', owner: owner?.name ?? null, dueAt }
}

async function hasLanded(ctx: Ctx, { responseId }: AnswerInvitation): Promise<boolean> {
  if (!responseId) return false
  const rows = await read(ctx).select({ at: caseAnswers.at }).from(caseAnswers).where(eq(caseAnswers.responseId, responseId)).limit(1) // prettier-ignore
  return rows.length > 0
}
