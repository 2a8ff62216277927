import { and, eq, inArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { CaseRow } from '#app/cases/change-case.server.ts'
import { peopleOf, type RecoveryPerson } from '#app/cases/recovery/people-of.server.ts'
import { closesAt } from '#app/cases/recovery/recovery.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { responses } from '#db/schema/responses.ts'

/** What the page of a case says of asking its people again; null before it was ever resolved. */
export async function getRecovery(ctx: Ctx, found: Pick<CaseRow, 'id' | 'state' | 'resolvedAt'>) {
  const people = await peopleOf(ctx, found.id)
  if (found.state !== 'resolved' && people.every((one) => one.invitationId === null && one.spared === null)) return null
  const answers = await answersTo(ctx, people.flatMap((one) => one.invitationId ?? [])) // prettier-ignore
  const waits = people.filter((one) => one.standing === 'waits')
  const over = found.state === 'resolved' ? closesAt(found.resolvedAt ?? 0, people) : null
  const unsent = waits.some((one) => one.invitation!.sentAt === null)
  return {
    people: people.map((one) => ({
      id: one.id,
      ...sayOf(one),
      answer: answers.get(one.invitationId ?? '') ?? null,
      /** Their question has not gone: a colleague may still take it back, or let them be asked after all. */
      maySpare: found.state !== 'closed' && one.contactId !== null && one.invitation?.sentAt == null,
      spared: one.spared,
    })),
    /** Null, too, once that is past while somebody's mail has not left: nobody knows when it will. */
    closesAt: over !== null && unsent && over <= ctx.now() ? null : over,
    /** Nobody is asked, and nobody has answered. */
    nobody: waits.length === 0,
  }
}

export type ShownRecovery = NonNullable<Awaited<ReturnType<typeof getRecovery>>>

type Said = 'planned' | 'onItsWay' | 'asked' | 'recovered' | 'not' | 'silent' | 'spared' | 'cannot' | 'cancelled' | null

/** How it stands with one person: one of the sentences of the page, with its time and its reason. */
function sayOf(one: RecoveryPerson): { said: Said; at: number | null; why: string | null } {
  const as = (said: Said, at: number | null = null, why: string | null = null) => ({ said, at, why })
  const { invitation } = one
  if (one.recovery !== 'none') return as(one.recovery)
  if (one.spared !== null) return as('spared', null, one.spared)
  if (one.state === 'not_wanted' || one.state === 'changed') return as(null)
  if (one.contactId === null) return as('cannot', null, 'nobodyKnown')
  if (!invitation) return as(null)
  if (invitation.state === 'planned') return as('planned', invitation.dueAt)
  if (invitation.state === 'queued' || invitation.state === 'deferred') return as('onItsWay')
  if (invitation.state === 'sent') return as('asked', invitation.sentAt ?? invitation.dueAt)
  if (invitation.state === 'cancelled') return as('cancelled')
  return as('cannot', null, invitation.reason)
}

/** What was answered to these re-asks, what waits to be confirmed included; without what is kept from this reader. */
async function answersTo(ctx: Ctx, invitationIds: string[]) {
  if (!invitationIds.length) return new Map<string, never>()
  const rows = await read(ctx)
    .select({
      invitationId: responses.invitationId,
      id: responses.id,
      state: responses.state,
      score: responses.score,
      class: responses.class,
      comment: responses.comment,
      language: responses.language,
      answeredAt: responses.answeredAt,
    })
    .from(responses)
    .where(
      and(
        inArray(responses.invitationId, invitationIds),
        inArray(responses.state, ['counted', 'unconfirmed']),
        eq(responses.isTest, false),
        shownTo(ctx),
      ),
    )
  return new Map(rows.map(({ invitationId, ...row }) => [invitationId, row]))
}
