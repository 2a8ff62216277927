import { and, eq, inArray, sql } from 'drizzle-orm'
import { freePlaces } from '#app/delivery/free-place.server.ts'
import type { WaveState } from '#app/delivery/wave.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { MailOutcome, Message } from '#app/email/template.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { invitedKinds } from '#db/enums/delivery.ts'
import { accounts } from '#db/schema/accounts.ts'
import { invitations, outreach, waitReasons, waves } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { statement } from '#db/statement.ts'

/** What a settled mail changes in the response rate: added to the day of sending. */
export interface SendChange {
  programId: string
  day: number
  invited: number
  failed: number
}

const find = statement((db) =>
  db
    .select({ invitation: invitations, ownerId: accounts.ownerId, waveState: waves.state })
    .from(invitations)
    .leftJoin(waves, eq(waves.id, invitations.waveId))
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(eq(invitations.id, sql.placeholder('id'))),
)

/** What is stored by now: the message in hand may be the one from before its end. */
const findEnd = statement((db) =>
  db
    .select({ stopReason: messages.stopReason, sentAt: messages.sentAt })
    .from(messages)
    .where(eq(messages.id, sql.placeholder('id'))),
)

const markSent = statement((db) =>
  db
    .update(invitations)
    .set({
      state: 'sent',
      sentAt: sql`${sql.placeholder('at')}`,
      sentDay: sql`${sql.placeholder('day')}`,
      ownerAtSend: sql`${sql.placeholder('ownerId')}`,
    })
    .where(and(eq(invitations.id, sql.placeholder('id')), inArray(invitations.state, ['planned', 'queued'])))
    .returning({ id: invitations.id }),
)

/** The ledger tells when somebody was reached, which may be long after the mail was due. */
const noteReached = statement((db) =>
  db
    .update(outreach)
    .set({ at: sql`${sql.placeholder('at')}` })
    .where(and(inArray(outreach.kind, invitedKinds), eq(outreach.refId, sql.placeholder('id')))),
)

/**
 * Takes over how an invitation's mail ended, in the transaction that acknowledges it. Said twice, it changes nothing
 * the second time.
 * @returns what it changes in the response rate; null for tests and when nothing changed
 */
export async function settleInvitation(ctx: TxCtx, message: Message, outcome: MailOutcome): Promise<SendChange | null> {
  const [found] = await find(ctx.tx, { id: message.refId })
  if (!found) return null
  const { invitation, ownerId, waveState } = found
  const change = (day: number, invited: number, failed: number) =>
    invitation.isTest ? null : { programId: invitation.programId, day, invited, failed }
  const [end] = await findEnd(ctx.tx, { id: message.id })
  const reason = end?.stopReason ?? message.stopReason
  if (outcome === 'sent') {
    const at = end?.sentAt ?? message.sentAt ?? ctx.now()
    const day = dayOf(at, (await getOrganisation(ctx)).zone)
    const [sent] = await markSent(ctx.tx, { id: invitation.id, at, day, ownerId })
    if (!sent) return null
    await noteReached(ctx.tx, { id: invitation.id, at })
    return change(day, 1, 0)
  }
  if (outcome === 'bounced') {
    const bounced = await fail(ctx, invitation.id, ['sent'], 'bounced')
    return bounced && invitation.sentDay !== null ? change(invitation.sentDay, 0, 1) : null
  }
  if (outcome === 'failed') await fail(ctx, invitation.id, ['planned', 'queued'], reason ?? 'failed')
  if (outcome === 'stopped') await stop(ctx, invitation, waveState, reason ?? 'cancelled')
  return null
}

async function fail(ctx: TxCtx, id: string, from: ('planned' | 'queued' | 'sent')[], reason: string): Promise<boolean> {
  const [failed] = await ctx.tx
    .update(invitations)
    .set({ state: 'failed', reason })
    .where(and(eq(invitations.id, id), inArray(invitations.state, from)))
    .returning({ id: invitations.id })
  return failed !== undefined
}

/** The mail did not leave. A pause and what the contact rules hold back pass, everything else ends the invitation. */
async function stop(
  ctx: TxCtx,
  { id, accountId }: typeof invitations.$inferSelect,
  waveState: WaveState | null,
  reason: string,
) {
  const [stopped] = await ctx.tx
    .update(invitations)
    .set(afterStop(reason, waveState, ctx.now()))
    .where(and(eq(invitations.id, id), inArray(invitations.state, ['planned', 'queued'])))
    .returning({ id: invitations.id })
  // Whoever comes too late in the day goes in the morning: it is not worth to look at all colleagues for that.
  if (stopped) await freePlaces(ctx, [{ id, accountId: reason === 'outside_hours' ? null : accountId }])
}

function afterStop(reason: string, waveState: WaveState | null, now: number) {
  if (reason === 'cancelled') return { state: 'cancelled' as const, reason, nextPossibleAt: null }
  // The job of a wave that still sends takes it up again; whom no such job looks after is looked at by the rules.
  if (reason === 'paused' && (waveState === 'sending' || waveState === 'paused'))
    return { state: 'planned' as const, reason: null, nextPossibleAt: null }
  const waits = reason === 'paused' || waitReasons.some((one) => one === reason)
  return waits
    ? { state: 'deferred' as const, reason, nextPossibleAt: now }
    : { state: 'skipped' as const, reason, nextPossibleAt: null }
}
