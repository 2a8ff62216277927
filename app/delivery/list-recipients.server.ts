import { and, asc, eq, exists, gt, inArray, isNotNull, notInArray, type SQL } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import type { WaveStep } from '#app/delivery/wave-steps.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'

/** Mail that arrived, as the provider reports; a complaint arrived too. */
export const arrived = ['delivered', 'complained'] as const

/**
 * The people of a wave at a step, 50 at a time after a cursor (the id of the last invitation). Who may not see customers
 * gets no names, so nothing.
 */
export async function listRecipients(
  ctx: Ctx,
  { waveId, step, after = '' }: { waveId: string; step: WaveStep; after?: string },
) {
  authorise(ctx, 'programs.read')
  if (!can(ctx.actor, 'accounts.read')) return { people: [], next: null }
  const rows = await read(ctx)
    .select({
      id: invitations.id,
      contactId: contacts.id,
      name: contacts.name,
      accountId: accounts.id,
      accountName: accounts.name,
    })
    .from(invitations)
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(and(eq(invitations.waveId, waveId), standsAt(ctx, step), gt(invitations.id, after)))
    .orderBy(asc(invitations.id))
    .limit(51)
  return { people: rows.slice(0, 50), next: rows.length > 50 ? rows[49]!.id : null }
}

/** The same conditions as the counts of the funnel. */
function standsAt(ctx: Ctx, step: WaveStep): SQL | undefined {
  if (step === 'invited') return notInArray(invitations.state, ['skipped', 'deferred'])
  if (step === 'waiting') return inArray(invitations.state, ['planned', 'queued'])
  if (step === 'deferred') return eq(invitations.state, 'deferred')
  if (step === 'answered') return isNotNull(invitations.answeredAt)
  if (step === 'failed') return eq(invitations.state, 'failed')
  const sent = eq(invitations.state, 'sent')
  if (step === 'sent') return sent
  const mail = read(ctx)
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.refKind, 'invitation'),
        eq(messages.refId, invitations.id),
        inArray(messages.delivery, [...arrived]),
      ),
    )
  return and(sent, exists(mail))
}
