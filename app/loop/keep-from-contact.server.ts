import { eq } from 'drizzle-orm'
import { markAnswered } from '#app/accounts/mark-answered.server.ts'
import { as, authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { keptFromOf } from '#app/cases/kept-cases.server.ts'
import { landingOf } from '#app/cases/landing-of.server.ts'
import { routeAround } from '#app/cases/routing/route-case.server.ts'
import { routeAway } from '#app/cases/routing/route-away.server.ts'
import { refuseEndless } from '#app/responses/keep-answers.server.ts'
import { keepFrom } from '#app/responses/keep-from.server.ts'
import { isTestAnswer } from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { users } from '#db/schema/access.ts'
import { contacts } from '#db/schema/accounts.ts'

/**
 * "Don't share this with my usual contact": the account's owner doesn't see the answer any more, at any door, and its
 * case goes to the lead of their team. Taken back, the case stays where it is: whoever has it decides.
 * @returns false when there is nobody else who could take it, or nobody to keep it from
 */
export async function keepFromContact(ctx: Ctx, input: { invitationId: string; kept: boolean }): Promise<boolean> {
  authorise(ctx, 'answer.give')
  return write(ctx, async (tx) => {
    const invitation = await holdInvitation(tx, input.invitationId)
    if (!invitation?.responseId || invitation.responseState !== 'counted' || isTestAnswer(invitation)) return false
    const ctx = as(tx, { kind: 'contact', id: invitation.contactId }) as TxCtx
    const { responseId, contactId, account } = invitation
    if (!input.kept) {
      if (invitation.keptFrom) await refuseEndless(ctx, responseId)
      await keepFrom(ctx, { responseId, userId: null })
      return true
    }
    const userId = invitation.keptFrom ?? account?.ownerId ?? null
    const landing = await landingOf(ctx, responseId)
    const never = landing ? await keptFromOf(ctx, landing.caseId) : []
    if (userId === null || !(await routeAround(ctx, userId, responseId, never))) return false
    if (invitation.keptFrom === userId) return true
    await refuseEndless(ctx, responseId)
    await keepFrom(ctx, { responseId, userId })
    // How somebody felt last stands beside their name in every list.
    const [person] = contactId
      ? await ctx.tx.select({ at: contacts.lastAnsweredAt }).from(contacts).where(eq(contacts.id, contactId))
      : []
    if (contactId && person) await markAnswered(ctx, { contactId, at: person.at ?? ctx.now(), class: null })
    if (landing) await routeAway(ctx, { caseId: landing.caseId, userId })
    return true
  })
}

/** Whom an answer can be kept from: the account's owner while active; possible when somebody else could take its case. */
export async function usualContact(ctx: Ctx, ownerId: string, seed: string) {
  const [owner] = await read(ctx)
    .select({ name: users.name, state: users.state })
    .from(users)
    .where(eq(users.id, ownerId))
  if (owner?.state !== 'active') return null
  return { name: owner.name, possible: (await routeAround(ctx, ownerId, seed)) !== null }
}
