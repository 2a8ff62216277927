import { and, asc, between, eq, gte, inArray, max, sql, type SQL } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { myWork } from '#app/cases/case-filter.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { lowFor, renewsWithin } from '#app/insights/my-day.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { above } from '#db/keyset.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'

const pageSize = 50

/** The answer that somebody gave last was put right: they said so when they were asked again about just that answer. */
const recovered = sql`exists (select 1 from ${casePeople} as place join ${caseAnswers} as landed on landed.response_id = place.response_id and landed.case_person_id = place.id where place.contact_id = ${contacts.id} and place.recovery = 'recovered' and landed.at >= ${contacts.lastAnsweredAt})`

const openCases = (ctx: Ctx) =>
  read(ctx)
    .select({ id: cases.id })
    .from(cases)
    // By the one rule of open cases there is at most one, found by its index.
    .where(and(sql`${cases.subjectKey} = 'acc:' || ${accounts.id}`, isOpen, casesShownTo(ctx)))

const lowOnes = (ctx: Ctx) =>
  and(
    sql`${contacts.accountId} = ${accounts.id}`,
    eq(contacts.state, 'active'),
    eq(contacts.lastClass, 'low'),
    gte(contacts.lastAnsweredAt, ctx.now() - lowFor * DAY),
    sql`not ${recovered}`,
  )

/**
 * Accounts of the reader, and of those for whom they stand in, that renew from today to 90 days from today where the
 * organisation is, and are unhappy. Unhappy is an account
 * - with an open case, resolved or not: it closes when the customer says that it was put right; or
 * - of which somebody's last counted answer is a low one of the last 180 days, and they have not said since that it was
 *   put right: such a case may have been closed as silent or by hand, or never been opened.
 * Cases and answers that were kept from the reader count for nothing here.
 */
async function unhappyRenewals(ctx: Ctx): Promise<SQL> {
  const today = dayOf(ctx.now(), (await getOrganisation(ctx)).zone)
  const owners = await myWork(ctx)
  const low = read(ctx).select({ one: sql`1` }).from(contacts).where(lowOnes(ctx)) // prettier-ignore
  return and(
    inArray(accounts.ownerId, owners),
    between(accounts.renewalOn, isoOfDay(today), isoOfDay(today + renewsWithin)),
    sql`(exists ${openCases(ctx)} or exists ${low})`,
  )!
}

/** How many there are, at most `mostCounted` + 1. @throws Forbidden */
export async function countUnhappyRenewals(ctx: Ctx): Promise<number> {
  authorise(ctx, 'cases.read')
  return countUpTo(read(ctx), accounts, await unhappyRenewals(ctx))
}

/** Those that renew first stand first; `next` continues the list. @throws Forbidden */
export async function listUnhappyRenewals(
  ctx: Ctx,
  { after, limit = pageSize }: { after?: string | undefined; limit?: number } = {},
) {
  authorise(ctx, 'cases.read')
  authorise(ctx, 'accounts.read')
  const from = readCursor(after, 'string')
  const [caseId, lowAt] = [
    sql<string | null>`(${openCases(ctx)})`,
    sql<number | null>`(${read(ctx)
      .select({ at: max(contacts.lastAnsweredAt) })
      .from(contacts)
      .where(lowOnes(ctx))})`,
  ]
  const rows = await read(ctx)
    .select({
      id: accounts.id,
      name: accounts.name,
      arrMinor: accounts.arrMinor,
      currency: accounts.currency,
      renewalOn: sql<string>`${accounts.renewalOn}`,
      health: accounts.health,
      ownerId: accounts.ownerId,
      caseId: caseId.as('case_id'),
      lowAt: lowAt.as('low_at'),
    })
    .from(accounts)
    .where(and(await unhappyRenewals(ctx), from ? above(accounts.renewalOn, accounts.id, from) : undefined))
    .orderBy(asc(accounts.renewalOn), asc(accounts.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const reader = ctx.actor.kind === 'user' ? ctx.actor.id : null
  return {
    renewals: page.map(({ ownerId, ...row }) => ({ ...row, standingIn: ownerId !== reader })),
    next: rows.length > limit && last ? writeCursor(last.renewalOn, last.id) : null,
  }
}

export type UnhappyRenewal = Awaited<ReturnType<typeof listUnhappyRenewals>>['renewals'][number]
