import { and, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { accountPlace } from '#app/delivery/account-place.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import type { GuardReason } from '#app/delivery/guard-reasons.ts'
import { countedReach, paceColumns } from '#app/delivery/plan-facts.server.ts'
import { paceUntil } from '#app/delivery/planning.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import type { Message } from '#app/email/template.ts'
import type { ContactRules } from '#db/enums/delivery.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { invitations, outreach, preferences, waves } from '#db/schema/delivery.ts'
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
      anyHour: invitations.anyHour,
      ...paceColumns,
      tier: accounts.tier,
      zone: contacts.zone,
      accountZone: accounts.zone,
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(waves, eq(waves.id, invitations.waveId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(invitations.id, sql.placeholder('id'))),
)

const findWish = statement((db) =>
  db
    .select({ choice: preferences.choice })
    .from(preferences)
    .where(
      and(
        eq(preferences.contactId, sql.placeholder('contactId')),
        inArray(preferences.scope, [sql.placeholder('all'), sql.placeholder('program')]),
      ),
    ),
)

/** When the person was last invited, by this program and by any that keeps to the rules, but for this invitation. */
const findReached = statement((db) =>
  db
    .select({
      own: sql<
        number | null
      >`max(case when ${outreach.programId} = ${sql.placeholder('programId')} then ${outreach.at} end)`,
      any: sql<
        number | null
      >`max(case when ${eq(programs.outsideRules, false).inlineParams()} then ${outreach.at} end)`,
    })
    .from(outreach)
    .leftJoin(programs, eq(programs.id, outreach.programId))
    .where(
      and(
        eq(outreach.contactId, sql.placeholder('contactId')),
        countedReach,
        ne(outreach.refId, sql.placeholder('id')),
        // What is only to come waits for this one, not the other way round.
        lte(outreach.at, sql.placeholder('now')),
      ),
    ),
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
  const wishes = await findWish(ctx.tx, {
    contactId: found.contactId,
    all: 'all',
    program: `program:${found.programId}`,
  })
  if (wishes.some((wish) => wish.choice === 'off')) return 'unsubscribed'
  // The question after a case stands outside the rules: the hold is that of the very case.
  if (found.kind === 'recovery') return outsideHours(ctx, found, await findContactRules(ctx))
  const [hold] = await findHold(ctx.tx, {
    contact: `con:${found.contactId}`,
    account: `acc:${found.accountId ?? ''}`,
    now,
  })
  if (hold) return 'held'
  if (found.waveState === 'paused' || found.programState === 'paused') return 'paused'
  const rules = await findContactRules(ctx)
  return (
    (await tooSoon(ctx, message.refId, found as Found, rules, wishes.length > 0)) ?? outsideHours(ctx, found, rules)
  )
}

type Found = Awaited<ReturnType<typeof find>>[number] & { contactId: string }

/** The frequency rules once more: since this one was put into the outbox another may have been sent, or the rules changed. */
async function tooSoon(ctx: TxCtx, id: string, found: Found, rules: ContactRules, halved: boolean) {
  const { contactId, programId, accountId, tier } = found
  const [reached] = await findReached(ctx.tx, { id, contactId, programId, now: ctx.now() })
  const until = paceUntil({ tier, halved, lastInvitedAt: reached?.own ?? null, lastReachedAt: reached?.any ?? null }, found, rules) // prettier-ignore
  if (until.at > ctx.now()) return until.reason
  const place = found.outsideRules
    ? null
    : await accountPlace(ctx, rules, { id: contactId, accountId, tier }, { exceptRefId: id, upTo: ctx.now() })
  return place === null ? null : 'account_full'
}

async function outsideHours(ctx: TxCtx, found: Pick<Found, 'anyHour' | 'zone' | 'accountZone'>, rules: ContactRules) {
  if (found.anyHour) return null
  const hours = await sendingHours(ctx, rules)
  return hours(ctx.now(), found.zone ?? found.accountZone) > ctx.now() ? 'outside_hours' : null
}
