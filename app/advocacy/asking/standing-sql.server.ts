import { and, eq, gt, inArray, isNull, ne, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { askSettings } from '#app/advocacy/catalogue/ask-settings.server.ts'
import { askKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { bitOf, quarterOf } from '#app/advocacy/asking/blocks.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import type { AskBlock, AskContent, AskKind } from '#db/enums/advocacy.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { preferences } from '#db/schema/delivery.ts'

/** What the rules are asked about. */
export interface RulesOf {
  kind: AskKind
  /** Number of its version. */
  version: number
  /** Its rules; a draft of them to see what they would do. */
  content: AskContent
  /** Asks a quarter, of a person and of an account. */
  budget: { perPerson: number; perAccount: number }
  /** The quarter it is now where the organisation is. */
  quarter: number
  /** Today there, `YYYY-MM-DD`. */
  today: string
  now: number
}

/** The rules of a kind of ask as they are just now. */
export async function rulesOf(ctx: Ctx, kind: AskKind): Promise<RulesOf> {
  const { number: version, content } = await askKind(ctx, kind)
  const { zone } = await getOrganisation(ctx)
  const today = isoOfDay(dayOf(ctx.now(), zone))
  return { kind, version, content, budget: await askSettings(ctx), quarter: quarterOf(today), today, now: ctx.now() }
}

/** An ask that takes of the budgets: neither was it cancelled, nor has nobody written it in time. */
export const takesBudget = (now: number) =>
  and(notInArray(asks.state, ['cancelled', 'lapsed']), or(ne(asks.state, 'reserved'), gt(asks.reservedUntil, now)))!

/** An ask that somebody reserved, that is on its way or waits for an answer. */
export const isPending = (now: number) =>
  or(inArray(asks.state, ['queued', 'sent']), and(eq(asks.state, 'reserved'), gt(asks.reservedUntil, now)))!

/**
 * The bits of the rules that forbid asking, as one number in SQL: of an `advocates` row joined with its `contacts` and,
 * where there is one, `accounts`. The one place where the rules are written: lists, simulations, reservations and the last
 * look before a mail leaves all read it.
 * @param except an ask that is looked at itself: it stands in nobody's way
 */
export function standing(ctx: Ctx, of: RulesOf, except?: string): SQL<number> {
  const rules = Object.entries(conditions(ctx, of, except)).filter(([, condition]) => condition !== never)
  const sum = (some: typeof rules) =>
    sql.join(
      some.map(([block, condition]) => sql`case when ${condition} then ${bit(block as AskBlock)} else 0 end`),
      sql` + `,
    )
  const isAsked = ([block]: (typeof rules)[number]) =>
    aboutAsks.has(block as AskBlock) || (block === 'person_budget' && of.budget.perPerson > 0)
  // Most have never been asked for anything: one look tells, where each of these rules would look by itself.
  const everAsked = read(ctx)
    .select({ one: sql`1` })
    .from(asks)
    .where(eq(asks.contactId, advocates.contactId))
    .getSQL()
  return sql`(${sum(rules.filter((rule) => !isAsked(rule)))} + case when exists (${everAsked}) then ${sum(rules.filter(isAsked))} else 0 end)`.mapWith(
    Number,
  )
}

const bit = (block: AskBlock) => sql.raw(String(bitOf(block)))

const aboutAsks: ReadonlySet<AskBlock> = new Set(['asked_now', 'asked_lately', 'cooling_down'])

type Conditions = { [block in Exclude<AskBlock, 'suppressed'>]: SQL }

function conditions(ctx: Ctx, { kind, content, budget, quarter, today, now }: RulesOf, except?: string): Conditions {
  const { rules } = content
  const db = read(ctx)
  const some = (from: SQL | undefined) => sql`exists (${from})`
  const one = { one: sql`1` }
  const when = (asked: boolean, condition: SQL | undefined) => (asked ? condition! : never)
  const other = except ? ne(asks.id, except) : undefined
  const asksThat = (condition: SQL | undefined) => some(db.select(one).from(asks).where(and(other, condition)).getSQL())
  const agreed = (party: SQL) =>
    some(
      db
        .select(one)
        .from(consents)
        .where(
          and(
            sql`${consents.party} = ${party}`,
            eq(consents.askType, kind),
            eq(consents.state, 'given'),
            or(isNull(consents.expiresAt), gt(consents.expiresAt, now)),
          ),
        )
        .getSQL(),
    )
  const person = eq(asks.contactId, advocates.contactId)
  const asked = and(person, sql`${asks.sentAt} is not null`)
  const taken = (subject: SQL, most: number) =>
    sql`(${db
      .select({ n: sql`count(*)` })
      .from(asks)
      .where(and(other, subject, eq(asks.quarter, quarter), takesBudget(now)))
      .getSQL()}) >= ${most}`
  const ofAccount = db
    .select(one)
    .from(cases)
    .where(and(eq(cases.accountId, contacts.accountId), isOpen, casesShownTo(ctx)))
  const ofPerson = db
    .select(one)
    .from(casePeople)
    .innerJoin(cases, eq(cases.id, casePeople.caseId))
    .where(and(eq(casePeople.contactId, advocates.contactId), isOpen, casesShownTo(ctx)))
  // A case that is kept from who reads is not told of: its hold is a hold like any other.
  const shownCase = db.select(one).from(cases).where(and(eq(cases.id, holds.refId), casesShownTo(ctx))) // prettier-ignore
  const heldByCase = and(eq(holds.reason, 'open_case'), some(shownCase.getSQL()))
  return {
    off: when(!content.on, sql.raw('1 = 1')),
    gone: ne(contacts.state, 'active'),
    not_a_customer: sql`(${contacts.isTest} or coalesce(${accounts.isInternal}, ${contacts.isTest}))`,
    no_email: isNull(contacts.emailKey),
    unhappy: sql`(${contacts.lastClass} is null or ${contacts.lastClass} <> 'high')`,
    too_long_ago: when(
      rules.promoterDays > 0,
      sql`coalesce(${contacts.lastAnsweredAt}, 0) < ${now - rules.promoterDays * DAY}`,
    ),
    paused: inArray(advocates.state, ['paused', 'left']),
    no_consent: when(rules.consent, sql`not ${agreed(sql`'con:' || ${advocates.contactId}`)}`),
    no_company_consent: when(
      rules.companyConsent,
      sql`not ${agreed(sql`'acc:' || coalesce(${contacts.accountId}, '')`)}`,
    ),
    case_open: sql`(${some(ofAccount.getSQL())} or ${some(ofPerson.getSQL())})`,
    held: some(
      db
        .select(one)
        .from(holds)
        .where(
          and(
            sql`${holds.subjectKey} in ('con:' || ${advocates.contactId}, 'acc:' || coalesce(${contacts.accountId}, ''))`,
            or(isNull(holds.until), gt(holds.until, now)),
            sql`not ${heldByCase}`,
          ),
        )
        .getSQL(),
    ),
    opted_out: some(
      db
        .select(one)
        .from(preferences)
        .where(
          and(
            eq(preferences.contactId, advocates.contactId),
            inArray(preferences.scope, ['all', 'asks']),
            eq(preferences.choice, 'off'),
          ),
        )
        .getSQL(),
    ),
    asked_now: asksThat(and(person, isPending(now))),
    asked_lately: when(rules.quietDays > 0, asksThat(and(asked, gt(asks.sentAt, now - rules.quietDays * DAY)))),
    cooling_down: asksThat(
      and(asked, eq(asks.kind, kind), or(gt(asks.sentAt, now - rules.coolDownDays * DAY), gt(asks.laterAt, now))),
    ),
    person_budget: taken(person, budget.perPerson),
    account_budget: taken(eq(asks.accountId, contacts.accountId), budget.perAccount),
    health: sql`coalesce(${accounts.health}, 'unknown') not in ${rules.healths.length ? rules.healths : ['']}`,
    renewal: when(
      rules.renewalDays > 0,
      sql`(${accounts.renewalOn} >= ${today} and ${accounts.renewalOn} <= ${inDays(today, rules.renewalDays)})`,
    ),
    language: when(
      rules.languages.length > 0,
      sql`(${contacts.language} is null or ${notInArray(contacts.language, rules.languages)})`,
    ),
    capacity: when(
      rules.mostOpen !== null,
      sql`(${db
        .select({ n: sql`count(*)` })
        .from(asks)
        .where(and(other, eq(asks.kind, kind), isPending(now)))
        .getSQL()}) >= ${rules.mostOpen}`,
    ),
  }
}

const never = sql.raw('1 = 0')

const inDays = (today: string, days: number): string => isoOfDay(Date.parse(today) / DAY + days)
