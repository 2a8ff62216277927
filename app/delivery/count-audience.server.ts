import { setImmediate as turn } from 'node:timers/promises'
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, max, sql, type SQL } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { reachedInAccounts } from '#app/delivery/plan-facts.server.ts'
import { betweenDays, ownDays, skipOrder, takeTurns, type ProgramPace } from '#app/delivery/planning.ts'
import { paceOf } from '#app/delivery/pace.ts'
import { DAY } from '#app/platform/day.ts'
import { emailKey } from '#app/platform/text.ts'
import { inAudience } from '#app/surveys/audience.server.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { outreach, preferences } from '#db/schema/delivery.ts'
import { waitReasons, type ContactRules, type SkipReason, type WaitReason } from '#db/enums/delivery.ts'
import { suppressions } from '#db/schema/email.ts'
import { programs, type Audience } from '#db/schema/surveys.ts'

/** Contacts counted in one query, so that nothing else waits long for it. */
const step = 2000

export interface AudienceCount {
  /** People whom the filters mean. */
  audience: number
  /** Of these, who would be invited now. */
  invited: number
  skipped: Partial<Record<SkipReason, number>>
  /** Of these, who would be invited later. */
  waiting: Partial<Record<WaitReason, number>>
  /** False when time ran out: the counts are those of the first `seen` contacts. */
  complete: boolean
  seen: number
}

/**
 * Counts who would be invited if a wave were launched now, and why others would not: the rules of `planning.ts` as
 * conditions of the database, since a page can't wait for a plan of a million people. Tests hold both together.
 */
export async function countAudience(
  ctx: Ctx,
  program: { id: string; audience: Audience } & ProgramPace,
  { budgetMs = 4000 }: { budgetMs?: number } = {},
): Promise<AudienceCount> {
  authorise(ctx, 'programs.read')
  const db = ctx.store.db
  const { locale } = await getOrganisation(ctx)
  const rules = await findContactRules(ctx)
  const reason = reasonOf(program, rules, inAudience(program.audience, locale), ctx.now())
  const capped = !program.outsideRules && [rules.all, ...Object.values(rules.tiers)].some((pace) => pace.accountPeople)
  const counts = new Map<string, number>()
  const ofAccounts = new Map<string, string[]>()
  const started = performance.now()
  let cursor = ''
  let seen = 0
  let complete = true
  for (;;) {
    const some = stepAfter(db, reason, cursor)
    const rows = capped
      ? (await db.select().from(some)).map((row) => noted({ ...row, n: 1, last: row.id }, ofAccounts))
      : await db
          .select({ reason: some.reason, n: count(), last: max(some.id) })
          .from(some)
          .groupBy(sql`${some.reason}`)
    const before = seen
    for (const row of rows) {
      counts.set(row.reason, (counts.get(row.reason) ?? 0) + row.n)
      seen += row.n
      if (row.last !== null && row.last > cursor) cursor = row.last
    }
    if (seen - before < step) break
    if (performance.now() - started > budgetMs) {
      complete = false
      break
    }
    await turn()
  }
  await moveSuppressed(ctx, reason, cursor, counts, ofAccounts)
  if (capped) await moveFull(ctx, rules, ofAccounts, counts)
  return summary(counts, complete, seen)
}

function summary(counts: Map<string, number>, complete: boolean, seen: number): AudienceCount {
  const of = <R extends string>(reasons: readonly R[]) =>
    Object.fromEntries(reasons.flatMap((one) => (counts.get(one) ? [[one, counts.get(one)]] : []))) as Partial<
      Record<R, number>
    >
  const [skipped, waiting] = [of(skipOrder), of(waitReasons)]
  const invited = counts.get('invited') ?? 0
  const sum = [...Object.values(skipped), ...Object.values(waiting)].reduce((sum, n) => sum + n, invited)
  return { audience: sum, invited, skipped, waiting, complete, seen }
}

/** One word for each contact: `outside` the audience, `invited`, or the reason that is told, suppression and full accounts left out. */
function reasonOf(program: { id: string } & ProgramPace, rules: ContactRules, inside: SQL, now: number): SQL<string> {
  const wish = (choice: string) =>
    sql`exists (select 1 from ${preferences} where ${preferences.contactId} = ${contacts.id} and ${preferences.scope} in ('all', ${`program:${program.id}`}) and ${preferences.choice} = ${choice})`
  const held = sql`exists (select 1 from ${holds} where ${holds.subjectKey} in ('con:' || ${contacts.id}, 'acc:' || ${contacts.accountId}) and (${holds.until} is null or ${holds.until} > ${now}))`
  const half = wish('half')
  const last = (of: SQL) =>
    sql`coalesce((select max(${outreach.at}) from ${outreach} left join ${programs} on ${programs.id} = ${outreach.programId} where ${outreach.contactId} = ${contacts.id} and ${outreach.kind} = 'invitation' and ${outreach.cancelledAt} is null and ${of}), 0)`
  const [own, any] = [last(eq(outreach.programId, program.id)), last(eq(programs.outsideRules, false))]
  const ms = (days: (halved: boolean) => SQL) => sql`(case when ${half} then ${days(true)} else ${days(false)} end)`
  // An interval of no days keeps nobody waiting, whenever they were asked.
  const freeAt = (at: SQL, wait: SQL) => sql`(case when ${wait} = 0 then 0 else ${at} + ${wait} end)`
  const ownWait = ms((halved) => sql`${sql.raw(String(ownDays(program, { halved }) * DAY))}`)
  const anyWait = ms((halved) => betweenMs(rules, halved))
  const ownFree = freeAt(own, ownWait)
  const anyFree = program.outsideRules ? sql`0` : freeAt(any, anyWait)
  const asked = sql`${contacts.lastInvitedAt} is not null`
  return sql<string>`case
    when (${inside}) is not true then 'outside'
    when ${contacts.state} <> 'active' then 'left'
    when ${eq(accounts.isInternal, true)} then 'internal'
    when ${eq(contacts.isTest, true)} then 'test_contact'
    when ${contacts.emailKey} is null then 'no_email'
    when ${wish('off')} then 'unsubscribed'
    when ${held} then 'held'
    when ${asked} and ${ownFree} > ${now} and ${ownFree} >= ${anyFree} then case when ${half} then 'asked_less' else 'invited_recently' end
    when ${asked} and ${anyFree} > ${now} then case when ${any} <> ${own} then 'asked_elsewhere' when ${half} then 'asked_less' else 'invited_recently' end
    else 'invited' end`
}

/** Milliseconds between two invitations, by the tier of the account. */
function betweenMs(rules: ContactRules, halved: boolean): SQL {
  const days = (tier: string | null) => sql.raw(String(betweenDays(rules, { tier, halved }) * DAY))
  const tiers = Object.keys(rules.tiers)
  if (!tiers.length) return sql`${days(null)}`
  const cases = tiers.map((tier) => sql`when ${accounts.tier} = ${tier} then ${days(tier)}`)
  return sql`(case ${sql.join(cases, sql` `)} else ${days(null)} end)`
}

/**
 * Suppressions are known by a keyed hash that the database can't compute, so their people are looked up from the
 * suppressions' side, and moved from the reason that was counted for them.
 */
async function moveSuppressed(
  ctx: Ctx,
  reason: SQL<string>,
  upTo: string,
  counts: Map<string, number>,
  ofAccounts: Map<string, string[]>,
): Promise<void> {
  const db = ctx.store.db
  const later = new Set<string>(['invited', ...skipOrder.slice(skipOrder.indexOf('suppressed') + 1), ...waitReasons])
  let cursor = ''
  for (;;) {
    const some = await db
      .select({ hmac: suppressions.toHmac, email: suppressions.email })
      .from(suppressions)
      .where(and(gt(suppressions.toHmac, cursor), isNull(suppressions.liftedAt), isNotNull(suppressions.email)))
      .orderBy(asc(suppressions.toHmac))
      .limit(500)
    if (!some.length) return
    cursor = some.at(-1)!.hmac
    const people = await db
      .select({ id: contacts.id, accountId: contacts.accountId, reason: reason.as('reason') })
      .from(contacts)
      .leftJoin(accounts, eq(accounts.id, contacts.accountId))
      .where(inArray(contacts.emailKey, [...new Set(some.map((row) => emailKey(row.email!)))]))
    for (const person of people) {
      if (person.id > upTo || !later.has(person.reason)) continue
      counts.set(person.reason, counts.get(person.reason)! - 1)
      counts.set('suppressed', (counts.get('suppressed') ?? 0) + 1)
      const mates = ofAccounts.get(person.accountId ?? '')
      if (mates) ofAccounts.set(person.accountId!, mates.filter((id) => id !== person.id)) // prettier-ignore
    }
    await turn()
  }
}

/** The next contacts by id, each with its word. */
const stepAfter = (db: Ctx['store']['db'], reason: SQL<string>, cursor: string) =>
  db
    .select({ id: contacts.id, accountId: contacts.accountId, reason: reason.as('reason') })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(gt(contacts.id, cursor))
    .orderBy(asc(contacts.id))
    .limit(step)
    .as('some')

/** Keeps by account whom a step would invite. */
function noted<R extends { id: string; accountId: string | null; reason: string }>(
  row: R,
  ofAccounts: Map<string, string[]>,
): R {
  const { id, accountId, reason } = row
  if (reason !== 'invited' || accountId === null) return row
  const mates = ofAccounts.get(accountId)
  if (mates) mates.push(id)
  else ofAccounts.set(accountId, [id])
  return row
}

/** Moves whom their account has no place for to those who wait. */
async function moveFull(ctx: Ctx, rules: ContactRules, ofAccounts: Map<string, string[]>, counts: Map<string, number>) {
  const now = ctx.now()
  const ids = [...ofAccounts.keys()]
  for (let from = 0; from < ids.length; from += 200) {
    const some = ids.slice(from, from + 200)
    const tiers = await ctx.store.db
      .select({ id: accounts.id, tier: accounts.tier })
      .from(accounts)
      .where(inArray(accounts.id, some))
    const longest = Math.max(...tiers.map(({ tier }) => paceOf(rules, tier).accountDays))
    const reached = await reachedInAccounts(ctx, some, { after: now - longest * DAY })
    for (const { id, tier } of tiers) {
      const there = reached.filter((one) => one.accountId === id)
      const full = [...takeTurns(paceOf(rules, tier), there, ofAccounts.get(id)!, now).values()].filter((until) => until !== null).length // prettier-ignore
      if (!full) continue
      counts.set('invited', counts.get('invited')! - full)
      counts.set('account_full', (counts.get('account_full') ?? 0) + full)
    }
    await turn()
  }
}
