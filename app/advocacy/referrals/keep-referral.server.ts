import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { checkLead, type Referrer } from '#app/advocacy/referrals/check-lead.server.ts'
import type { leadInput } from '#app/advocacy/referrals/referral.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey, fold } from '#app/platform/text.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import {
  referrals,
  type ReferralCheck,
  type ReferralState,
  type referralSources,
} from '#db/schema/advocacy-referrals.ts'
import type { Language } from '#db/enums/platform.ts'

/** Open ones: a referrer who sends the same lead in again means one of these. */
const open = ['review', 'new', 'qualified', 'won'] as const

export interface Kept {
  contactId: string
  lead: z.output<typeof leadInput>
  code: string | null
  source: (typeof referralSources)[number]
  language: Language
  consentText: string | null
  ownerId: string | null
  /** Suspicious by how it came. */
  more?: ReferralCheck[]
}

/**
 * Keeps a lead that somebody recommended us to: once, however often and by however many at once the same is sent. What is
 * suspicious waits for a colleague; nothing is dropped.
 * @returns the referral, and whether it is a new one; null when there is no such person (any more)
 */
export async function keepReferral(
  ctx: TxCtx,
  kept: Kept,
): Promise<{ id: string; fresh: boolean; state: ReferralState } | null> {
  const person = await referrerOf(ctx, kept.contactId)
  if (!person) return null
  const leadKey = emailKey(kept.lead.email)
  const same = () => sameReferral(ctx, person.id, leadKey)
  const known = await same()
  if (known) return { ...known, fresh: false }
  const by = { leadKey, referrer: person, code: kept.code, inBulk: kept.source === 'api' || kept.source === 'file' }
  const checks = [...(await checkLead(ctx, by)), ...(kept.more ?? [])]
  const made = await insert(ctx, kept, person, leadKey, checks)
  if (made) return { ...made, fresh: true }
  // Somebody was faster: with the same lead of the same referrer, which is this one, or of another.
  const meanwhile = await same()
  if (meanwhile) return { ...meanwhile, fresh: false }
  const again = await insert(ctx, kept, person, leadKey, [...new Set<ReferralCheck>([...checks, 'duplicate'])])
  if (again) return { ...again, fresh: true }
  const last = await same()
  if (!last) throw new Error('a referral is neither there nor can be kept')
  return { ...last, fresh: false }
}

interface Stands {
  id: string
  state: ReferralState
}

type Person = Referrer & { responseId: string | null }

async function referrerOf({ tx }: TxCtx, contactId: string): Promise<Person | null> {
  const [row] = await tx
    .select({
      id: contacts.id,
      accountId: contacts.accountId,
      emailKey: contacts.emailKey,
      state: contacts.state,
      domain: accounts.domain,
      responseId: advocates.responseId,
    })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .leftJoin(advocates, eq(advocates.contactId, contacts.id))
    .where(eq(contacts.id, contactId))
  return row && row.state !== 'erased' ? row : null
}

async function sameReferral({ tx }: TxCtx, contactId: string, leadKey: string): Promise<Stands | null> {
  const [row] = await tx
    .select({ id: referrals.id, state: referrals.state })
    .from(referrals)
    .where(
      and(eq(referrals.leadEmailKey, leadKey), eq(referrals.contactId, contactId), inArray(referrals.state, [...open])),
    )
    .limit(1)
  return row ?? null
}

async function insert(
  ctx: TxCtx,
  kept: Kept,
  person: Person,
  leadKey: string,
  checks: ReferralCheck[],
): Promise<Stands | null> {
  const { lead, code, source, language, consentText, ownerId } = kept
  const at = ctx.now()
  const state = checks.length ? ('review' as const) : ('new' as const)
  const [row] = await ctx.tx
    .insert(referrals)
    .values({
      id: newId('ref', at),
      code,
      contactId: person.id,
      accountId: person.accountId,
      leadName: lead.name,
      leadEmail: lead.email,
      leadEmailKey: leadKey,
      company: lead.company,
      message: lead.message,
      searchKey: fold(`${lead.name} ${leadKey} ${lead.company}`),
      language,
      consentText,
      state,
      checks,
      source,
      responseId: person.responseId,
      ownerId,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: referrals.id })
  if (!row) return null
  await recordEvent(ctx, {
    type: source === 'form' ? 'advocacy.referral_received' : 'advocacy.referral_added',
    subject: { kind: 'referral', id: row.id },
    contactId: person.id,
    accountId: person.accountId,
    data: { state, ...(checks.length && { reasons: checks }) },
  })
  return { id: row.id, state }
}
