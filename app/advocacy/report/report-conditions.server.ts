import { and, eq, gte, inArray, isNull, lt, ne, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Span } from '#app/advocacy/report/read-period.server.ts'
import {
  bandDays,
  type AskedBand,
  type LeadStep,
  type PeopleStep,
  type ReportBy,
} from '#app/advocacy/report/report-view.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { events } from '#db/schema/audit.ts'

/* One condition each for what a number of the report counts and for the list behind it. */

/** Whose row it is: of a value of `by`, of no value (null), or everybody's (left out). */
export interface Group {
  by: ReportBy
  key: string | null
}

/** An ask that reached its person within a period. */
export const askedIn = ({ from, to }: Span) => and(gte(asks.sentAt, from), lt(asks.sentAt, to))!
export const saidYes = inArray(asks.state, ['accepted', 'done'])
export const isDone = eq(asks.state, 'done')
const reached = { asked: undefined, accepted: saidYes, acted: isDone }

/** Of an ask joined with its person and their account: people by what they are today. */
export const groupOfAsk = {
  kind: asks.kind,
  language: contacts.language,
  tier: accounts.tier,
  industry: accounts.industry,
  holder: asks.holderId,
} satisfies Record<ReportBy, SQLWrapper>

/** Of a referral joined with its referrer and their company at that time. */
export const groupOfLead = {
  kind: sql<string>`'referral'`,
  language: contacts.language,
  tier: accounts.tier,
  industry: accounts.industry,
  holder: referrals.ownerId,
} satisfies Record<ReportBy, SQLWrapper>

const isOf = (column: SQLWrapper, key: string | null) => (key === null ? isNull(column) : eq(column, key))

/** Whether a `contacts` row (with its account) is one whom a step of the period counts. */
export function isAtStep(ctx: Ctx, step: PeopleStep, span: Span, group?: Group): SQL | undefined {
  const db = read(ctx)
  const ofAsk = group && (group.by === 'kind' || group.by === 'holder') ? isOf(groupOfAsk[group.by], group.key) : undefined // prettier-ignore
  const ofPerson = group && !ofAsk ? isOf(groupOfAsk[group.by], group.key) : undefined
  const askedOnes = (more: SQL | undefined) =>
    inArray(
      contacts.id,
      db
        .select({ id: asks.contactId })
        .from(asks)
        .where(and(askedIn(span), more, ofAsk)),
    )
  if (step !== 'promoters') return and(askedOnes(reached[step]), ofPerson)
  const nominated = db.select({ id: advocates.contactId }).from(advocates).where(lt(advocates.nominatedAt, span.to))
  // Whoever was asked was a promoter by then, whatever became of the nomination.
  return and(or(inArray(contacts.id, nominated), askedOnes(undefined)), ofPerson)
}

/** A referral that came within the period and is a lead: it neither waits for the review nor was rejected. */
const cameIn = ({ from, to }: Span) => and(gte(referrals.createdAt, from), lt(referrals.createdAt, to), ne(referrals.state, 'review'), ne(referrals.state, 'rejected')) // prettier-ignore

/** Whether a referral (with referrer and account) is one that a step counts. `closed`: won in the period, whenever it came. */
export function isLeadAt(ctx: Ctx, step: LeadStep | 'closed', span: Span, group?: Group): SQL | undefined {
  const ofGroup = group && isOf(groupOfLead[group.by], group.key)
  if (step === 'closed')
    return and(eq(referrals.state, 'won'), gte(referrals.wonAt, span.from), lt(referrals.wonAt, span.to), ofGroup)
  return and(cameIn(span), step === 'leads' ? undefined : hasReached(ctx)[step], ofGroup)
}

/** How far a lead has come by now; one that was lost after it had been qualified was qualified. */
export function hasReached(ctx: Ctx) {
  const qualifiedOnce = read(ctx)
    .select({ one: sql`1` })
    .from(events)
    .where(and(eq(events.subjectKind, 'referral'), eq(events.subjectId, referrals.id), eq(events.type, 'advocacy.referral_qualified'))) // prettier-ignore
  return {
    qualified: or(
      inArray(referrals.state, ['qualified', 'won']),
      and(eq(referrals.state, 'lost'), sql`exists (${qualifiedOnce.getSQL()})`),
    )!,
    won: eq(referrals.state, 'won'),
  }
}

/** Whether a `contacts` row is an advocate who could be worked with: a candidate or active, and still there. */
export const isOnBench = (ctx: Ctx) =>
  and(
    eq(contacts.state, 'active'),
    inArray(
      contacts.id,
      read(ctx)
        .select({ id: advocates.contactId })
        .from(advocates)
        .where(inArray(advocates.state, ['candidate', 'active'])),
    ),
  )

/** When the person of a `contacts` row was last asked for anything; null for never. */
export const lastAsked = (ctx: Ctx): SQL<number | null> =>
  sql`(${read(ctx)
    .select({ at: sql`max(${asks.sentAt})` })
    .from(asks)
    .where(eq(asks.contactId, contacts.id))
    .getSQL()})`

/** Whether a `contacts` row was last asked so long ago as a band says. */
export function isIdle(ctx: Ctx, band: AskedBand): SQL | undefined {
  const days = bandDays(band)
  const last = lastAsked(ctx)
  if (!days) return sql`${last} is null`
  const latest = sql`${last} <= ${ctx.now() - days.from * DAY}`
  return days.to === null ? latest : and(latest, sql`${last} > ${ctx.now() - days.to * DAY}`)
}
