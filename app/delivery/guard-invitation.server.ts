import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { GuardReason } from '#app/delivery/guard-reasons.ts'
import type { Message } from '#app/email/template.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { invitations, preferences, waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'
import { statement } from '#db/statement.ts'

const find = statement((db) =>
  db
    .select({
      state: invitations.state,
      isTest: invitations.isTest,
      answeredAt: invitations.answeredAt,
      declined: invitations.declined,
      expiresAt: invitations.expiresAt,
      waveState: waves.state,
      programState: programs.state,
      contactId: contacts.id,
      contactState: contacts.state,
      emailKey: contacts.emailKey,
      programId: invitations.programId,
      accountId: contacts.accountId,
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(waves, eq(waves.id, invitations.waveId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .where(eq(invitations.id, sql.placeholder('id'))),
)

const findWish = statement((db) =>
  db
    .select({ scope: preferences.scope })
    .from(preferences)
    .where(
      and(
        eq(preferences.contactId, sql.placeholder('contactId')),
        inArray(preferences.scope, [sql.placeholder('all'), sql.placeholder('program')]),
        eq(preferences.choice, 'off'),
      ),
    )
    .limit(1),
)

const findHold = statement((db) =>
  db
    .select({ id: holds.id })
    .from(holds)
    .where(
      and(
        inArray(holds.subjectKey, [sql.placeholder('contact'), sql.placeholder('account')]),
        or(isNull(holds.until), gt(holds.until, sql.placeholder('now'))),
      ),
    )
    .limit(1),
)

/**
 * Asked right before an invitation's mail leaves: planning may be days ago. Whether the address is suppressed is the
 * mail room's own question. @returns why it must not leave, or null
 */
export async function guardInvitation(ctx: TxCtx, message: Message): Promise<GuardReason | null> {
  const [found] = await find(ctx.tx, { id: message.refId })
  if (!found || found.state === 'cancelled' || found.state === 'skipped') return 'cancelled'
  if (found.isTest) return null
  const now = ctx.now()
  if (found.waveState === 'cancelled' || found.programState === 'archived') return 'cancelled'
  if (found.answeredAt !== null) return 'answered'
  if (found.declined !== null) return 'declined'
  if (found.expiresAt <= now) return 'expired'
  if (found.contactId === null || found.contactState === 'erased') return 'erased'
  if (found.contactState === 'left') return 'left'
  if (found.emailKey === null) return 'no_email'
  const [wish] = await findWish(ctx.tx, {
    contactId: found.contactId,
    all: 'all',
    program: `program:${found.programId}`,
  })
  if (wish) return 'unsubscribed'
  const [hold] = await findHold(ctx.tx, {
    contact: `con:${found.contactId}`,
    account: `acc:${found.accountId ?? ''}`,
    now,
  })
  if (hold) return 'held'
  // Last, since a pause passes and the others stay.
  return found.waveState === 'paused' || found.programState === 'paused' ? 'paused' : null
}
