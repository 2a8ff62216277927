import { and, desc, eq, isNotNull, or } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { personOfOccasion } from '#app/cases/recovery/recovery.ts'
import { caseAnswers, casePeople } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'

const columns = { id: casePeople.id, caseId: casePeople.caseId, invitationId: casePeople.recoveryInvitationId }

/**
 * Whom a re-ask asked: by what it was for; after two places of one person became one, by the last re-ask, or by the person.
 * Null when they are gone, and when they have answered a later one since: an earlier word doesn't undo it.
 */
export async function placeOf(ctx: TxCtx, invitationId: string): Promise<{ id: string; caseId: string } | null> {
  const [asked] = await ctx.tx
    .select({ occasion: invitations.occasion, contactId: invitations.contactId })
    .from(invitations)
    .where(eq(invitations.id, invitationId))
  const personId = asked && personOfOccasion(asked.occasion)
  if (!personId) return null
  const [place] = await ctx.tx
    .select(columns)
    .from(casePeople)
    .where(or(eq(casePeople.id, personId), eq(casePeople.recoveryInvitationId, invitationId)))
    .limit(1)
  const found = place ?? (asked.contactId === null ? null : await lastPlaceOf(ctx, asked.contactId))
  if (!found) return null
  const later = found.invitationId !== null && found.invitationId !== invitationId
  if (later && (await isAnswered(ctx, found.invitationId!))) return null
  return { id: found.id, caseId: found.caseId }
}

async function lastPlaceOf(ctx: TxCtx, contactId: string) {
  const [place] = await ctx.tx
    .select(columns)
    .from(casePeople)
    .where(and(eq(casePeople.contactId, contactId), isNotNull(casePeople.recoveryInvitationId)))
    .orderBy(desc(casePeople.id))
    .limit(1)
  return place ?? null
}

async function isAnswered(ctx: TxCtx, invitationId: string): Promise<boolean> {
  const [answer] = await ctx.tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.invitationId, invitationId), eq(responses.state, 'counted')))
    .limit(1)
  return answer !== undefined
}

/**
 * The colleague who must not see what is answered to a re-ask, since the same person kept from them what it is about;
 * of several the one of the newest answer. Null: nobody.
 */
export async function reAskKeptFrom(ctx: TxCtx, invitationId: string): Promise<string | null> {
  const place = await placeOf(ctx, invitationId)
  if (!place) return null
  const [kept] = await ctx.tx
    .select({ userId: responses.keptFrom })
    .from(caseAnswers)
    .innerJoin(responses, eq(responses.id, caseAnswers.responseId))
    .where(and(eq(caseAnswers.casePersonId, place.id), isNotNull(responses.keptFrom)))
    .orderBy(desc(responses.id))
    .limit(1)
  return kept?.userId ?? null
}
