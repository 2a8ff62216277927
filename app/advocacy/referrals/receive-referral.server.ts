import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { emailAddress } from '#app/accounts/email-address.ts'
import { showsName } from '#app/advocacy/consent-texts.ts'
import { contactConsent } from '#app/advocacy/referrals/contact-consent.ts'
import { readCode } from '#app/advocacy/referrals/code.ts'
import { keepReferral } from '#app/advocacy/referrals/keep-referral.server.ts'
import { leadInput } from '#app/advocacy/referrals/referral.ts'
import { as, authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { Invalid } from '#app/platform/errors.ts'
import { rowLock } from '#db/lock.ts'
import { contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { referralLinks, referralVisits } from '#db/schema/advocacy-referrals.ts'

/** Behind a code: nobody, a link that was taken back, or somebody's. */
export type Opened =
  | { kind: 'unknown' | 'revoked' }
  /** `name`: of who recommends, where they agreed that it shows here; null otherwise. */
  | { kind: 'open'; code: string; contactId: string; name: string | null }

/** What the page of a code may show. */
export async function openReferralLink(ctx: Ctx, text: string): Promise<Opened> {
  const code = readCode(text)
  if (!code) return { kind: 'unknown' }
  const [row] = await read(ctx)
    .select({
      contactId: contacts.id,
      revokedAt: referralLinks.revokedAt,
      name: contacts.name,
      state: contacts.state,
      agreed: consents.textVersion,
    })
    .from(referralLinks)
    .innerJoin(contacts, eq(contacts.id, referralLinks.contactId))
    .leftJoin(
      consents,
      and(
        eq(consents.party, sql`'con:' || ${referralLinks.contactId}`),
        eq(consents.askType, 'referral'),
        eq(consents.state, 'given'),
      ),
    )
    .where(eq(referralLinks.code, code))
    .limit(1)
  if (!row || row.state === 'erased') return { kind: 'unknown' }
  if (row.revokedAt !== null) return { kind: 'revoked' }
  const named = row.agreed !== null && showsName(row.agreed) && row.state === 'active'
  return { kind: 'open', code, contactId: row.contactId, name: named ? row.name : null }
}

/**
 * Whose link another program means.
 * @throws Invalid `code_unknown` when it is nobody's, or was taken back
 */
export async function personOfCode(ctx: Ctx, text: string): Promise<{ contactId: string; code: string }> {
  const open = await openReferralLink(ctx, text)
  if (open.kind !== 'open') throw new Invalid('code_unknown', { '/code': 'code_unknown' })
  return { contactId: open.contactId, code: open.code }
}

const lockLink = rowLock(referralLinks, referralLinks.code)

const input = leadInput.extend({
  code: z.string().max(100),
  language: z.enum(['en', 'ja']),
  /** The box was ticked. */
  agreed: z.literal(true),
  /** A field that people don't see was filled in. */
  machine: z.boolean(),
})

/**
 * A lead leaves their address by a personal link. The same lead of the same referrer is one referral, however often it is sent.
 * @throws Invalid when the address can't be written to
 */
export async function receiveReferral(ctx: Ctx, given: z.input<typeof input>): Promise<'kept' | 'unknown' | 'revoked'> {
  const { code: text, language, machine, agreed: _, ...lead } = input.parse(given)
  const visitor = as(ctx, { kind: 'contact', id: null })
  authorise(visitor, 'answer.give')
  const email = emailAddress(lead.email)
  if (!email) throw new Invalid('email_invalid', { email: 'email_invalid' })
  return write(visitor, async (ctx) => {
    const code = readCode(text)
    // One at a time of a link: what counts as too many in a day is counted, and a link that is taken back lets nobody in.
    if (code) await lockLink(ctx.tx, code)
    const open = await openReferralLink(ctx, text)
    if (open.kind !== 'open') return open.kind
    const kept = await keepReferral(ctx, {
      contactId: open.contactId,
      lead: { ...lead, email },
      code: open.code,
      source: 'form',
      language,
      consentText: contactConsent(language),
      ownerId: null,
      more: machine ? ['machine'] : [],
    })
    return kept ? 'kept' : 'unknown'
  })
}

/** Counts that the page of a link was opened, in the organisation's day; by whom is kept nowhere. */
export async function countVisit(ctx: Ctx, code: string): Promise<void> {
  const { zone } = await getOrganisation(ctx)
  await write(ctx, async ({ tx, now }) => {
    await tx
      .insert(referralVisits)
      .values({ code, day: dayOf(now(), zone), n: 1 })
      .onConflictDoUpdate({
        target: [referralVisits.code, referralVisits.day],
        set: { n: sql`${referralVisits.n} + 1` },
      })
  })
}
