import { and, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { wakeAccounts } from '#app/delivery/free-place.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { invitations, outreach, preferences, suggestions, waveChoices } from '#db/schema/delivery.ts'

/**
 * Invitations of somebody who is erased stay as numbers of their program: whose they were, their links and what they were
 * for is gone, and what was not sent never is. Keep the rows first (`holdInvitations`): an answer that is being given
 * is waited for. @returns the invitations' ids
 */
export async function eraseInvitations(ctx: TxCtx, contactId: string, email: string | null): Promise<string[]> {
  const { tx } = ctx
  const rows = await tx
    .select({
      id: invitations.id,
      state: invitations.state,
      occasion: invitations.occasion,
      accountId: invitations.accountId,
      answeredAt: invitations.answeredAt,
    }) // prettier-ignore
    .from(invitations)
    .where(eq(invitations.contactId, contactId))
  for (const { id, state, occasion, answeredAt } of rows) {
    const unsent = state === 'planned' || state === 'deferred' || state === 'queued'
    await tx
      .update(invitations)
      .set({
        contactId: null,
        respondentKey: newId('gone', ctx.now()),
        // What another system calls it may name the person.
        occasion: occasion.startsWith('ext:') ? 'ext:erased' : occasion,
        answeredAt: answeredAt === null ? null : answeredAt - (answeredAt % HOUR),
        ...(unsent && { state: 'skipped' as const, nextPossibleAt: null }),
        ...(state !== 'skipped' && { reason: 'erased' }),
      })
      .where(eq(invitations.id, id))
  }
  const ids = rows.map((row) => row.id)
  await tx.delete(outreach).where(eq(outreach.contactId, contactId))
  await wakeAccounts(ctx, [...new Set(rows.flatMap((row) => row.accountId ?? []))])
  await tx.delete(preferences).where(eq(preferences.contactId, contactId))
  await tx.delete(waveChoices).where(eq(waveChoices.contactId, contactId))
  await eraseSuggestions(ctx, contactId, ids, email)
  return ids
}

/** Until this transaction ends nobody answers these invitations, and who was answering has. */
export async function holdInvitations(ctx: TxCtx, contactId: string): Promise<void> {
  await ctx.tx
    .update(invitations)
    .set({ gen: sql`${invitations.gen}` })
    .where(eq(invitations.contactId, contactId))
}

/** Whom they named, and where others named them. */
async function eraseSuggestions({ tx, now }: TxCtx, contactId: string, ids: string[], email: string | null) {
  const about = or(
    eq(suggestions.contactId, contactId),
    ids.length ? inArray(suggestions.invitationId, ids) : undefined,
    email === null ? undefined : eq(sql`lower(${suggestions.email})`, emailKey(email)),
  )
  await tx
    .update(suggestions)
    .set({ state: 'refused', decidedAt: now() })
    .where(and(about, eq(suggestions.state, 'waiting')))
  await tx
    .update(suggestions)
    .set({ name: '', email: '', contactId: null })
    .where(and(about, or(ne(suggestions.name, ''), isNotNull(suggestions.contactId))))
}
