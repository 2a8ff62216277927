import { and, eq, inArray, notInArray, or, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { freePlaces } from '#app/delivery/free-place.server.ts'
import { invitedKinds } from '#db/enums/delivery.ts'
import { forUpdate } from '#db/fragments.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { invitations, outreach, preferences, waveChoices, waves } from '#db/schema/delivery.ts'

const unsent = ['planned', 'deferred', 'queued'] as const

/** Invitations of an account that is merged into another, with their rows in the ledger. @returns how many, at most `most` */
export async function handOverAccountInvitations(ctx: TxCtx, pair: Repointing, most: number): Promise<number> {
  const ids = await repoint(ctx.tx, invitations, 'accountId', pair, most)
  if (ids.length) await ledgerOf(ctx, ids, { accountId: pair.into })
  return ids.length
}

/**
 * Invitations of a person who is merged with another. Of two for one occasion the other's is not sent any more, if it
 * waits, and stays as history, if it was; an answer to it is the survivor's.
 */
export async function handOverContactInvitations(
  ctx: TxCtx,
  { from, into }: Repointing,
  most: number,
): Promise<number> {
  // An answer or a mail that is under way is waited for.
  const held = await ctx.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(sql`${eq(invitations.contactId, from)} order by ${invitations.id} limit ${most} ${forUpdate()}`)
  const ids = held.map((row) => row.id)
  if (!ids.length) return 0
  const rows = await ctx.tx
    .select({ invitation: invitations, wave: waves.state })
    .from(invitations)
    .leftJoin(waves, eq(waves.id, invitations.waveId))
    .where(inArray(invitations.id, ids))
    .orderBy(invitations.id)
  for (const { invitation, wave } of rows) {
    const mine = and(eq(invitations.contactId, into), eq(invitations.programId, invitation.programId))
    const [twin] = await ctx.tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          eq(invitations.programId, invitation.programId),
          eq(invitations.respondentKey, into),
          eq(invitations.occasion, invitation.occasion),
        ),
      )
    const waits = unsent.some((state) => state === invitation.state)
    const [other] = waits
      ? await ctx.tx
          .select({ id: invitations.id })
          .from(invitations)
          .where(
            and(
              mine,
              or(
                inArray(invitations.state, unsent),
                and(
                  eq(invitations.occasion, invitation.occasion),
                  notInArray(invitations.state, ['skipped', 'cancelled', 'failed']),
                ),
              ),
            ),
          )
          .limit(1)
      : []
    // A wave that is being planned invites the survivor by itself, under the key that must then be free.
    const planned = waits && wave === 'planning'
    await ctx.tx
      .update(invitations)
      .set({
        contactId: into,
        ...(!twin && !planned && invitation.respondentKey === from && { respondentKey: into }),
        ...((planned || other) && { state: 'skipped' as const, reason: 'merged', nextPossibleAt: null }),
      })
      .where(eq(invitations.id, invitation.id))
    if (planned || other) await freePlaces(ctx, [invitation])
  }
  await ledgerOf(ctx, ids, { contactId: into })
  return ids.length
}

const ledgerOf = (ctx: TxCtx, refIds: string[], set: { accountId: string } | { contactId: string }) =>
  ctx.tx
    .update(outreach)
    .set(set)
    .where(and(inArray(outreach.kind, [...invitedKinds, 'reminder']), inArray(outreach.refId, refIds)))

/** What else was sent to a person: every rule of how often somebody is asked counts both. */
export const handOverOutreach = async (ctx: TxCtx, pair: Repointing, most: number): Promise<number> =>
  (await repoint(ctx.tx, outreach, 'contactId', pair, most)).length

const strict: Record<(typeof preferences.$inferSelect)['choice'], number> = { half: 1, off: 2 }

/** Of two wishes about the same mail the stricter one stands: a merge never makes anybody get more. */
export async function handOverWishes(ctx: TxCtx, { from, into }: Repointing): Promise<number> {
  const wishes = await ctx.tx.delete(preferences).where(eq(preferences.contactId, from)).returning()
  for (const wish of wishes) {
    const mine = and(eq(preferences.contactId, into), eq(preferences.scope, wish.scope))
    const [known] = await ctx.tx.select().from(preferences).where(mine)
    if (!known) await ctx.tx.insert(preferences).values({ ...wish, contactId: into })
    else if (strict[wish.choice] > strict[known.choice]) {
      const { choice, at, source } = wish
      await ctx.tx.update(preferences).set({ choice, at, source }).where(mine)
    }
  }
  return wishes.length
}

/** What owners said of a person for a wave: who was left out as either is left out. */
export async function handOverWaveChoices(ctx: TxCtx, { from, into }: Repointing): Promise<number> {
  const choices = await ctx.tx
    .delete(waveChoices)
    .where(
      and(eq(waveChoices.contactId, from), inArray(waveChoices.waveId, ctx.tx.select({ id: waves.id }).from(waves))),
    )
    .returning()
  for (const choice of choices) {
    await ctx.tx
      .insert(waveChoices)
      .values({ ...choice, contactId: into })
      .onConflictDoUpdate({
        target: [waveChoices.waveId, waveChoices.contactId],
        set: {
          choice: sql`case when excluded.choice = 'exclude' then 'exclude' else ${waveChoices.choice} end`,
          reason: sql`case when ${waveChoices.choice} = 'exclude' then ${waveChoices.reason} else excluded.reason end`,
          note: sql`case when ${waveChoices.choice} = 'exclude' then ${waveChoices.note} else excluded.note end`,
        },
      })
  }
  return choices.length
}
