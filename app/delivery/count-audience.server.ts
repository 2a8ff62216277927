import { setImmediate as turn } from 'node:timers/promises'
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, max, sql, type SQL } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { invitedSince, reasonOrder } from '#app/delivery/planning.ts'
import { emailKey } from '#app/platform/text.ts'
import { inAudience } from '#app/surveys/audience.server.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { outreach, preferences } from '#db/schema/delivery.ts'
import type { SkipReason } from '#db/enums/delivery.ts'
import { suppressions } from '#db/schema/email.ts'
import type { Audience } from '#db/schema/surveys.ts'

/** Contacts counted in one query, so that nothing else waits long for it. */
const step = 2000

export interface AudienceCount {
  /** People whom the filters mean. */
  audience: number
  /** Of these, who would be invited now. */
  invited: number
  skipped: Partial<Record<SkipReason, number>>
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
  program: { id: string; minIntervalDays: number; audience: Audience },
  { budgetMs = 4000 }: { budgetMs?: number } = {},
): Promise<AudienceCount> {
  authorise(ctx, 'programs.read')
  const db = ctx.store.db
  const { locale } = await getOrganisation(ctx)
  const reason = reasonOf(program, inAudience(program.audience, locale), ctx.now())
  const counts = new Map<string, number>()
  const started = performance.now()
  let cursor = ''
  let seen = 0
  let complete = true
  for (;;) {
    const some = db
      .select({ id: contacts.id, reason: reason.as('reason') })
      .from(contacts)
      .leftJoin(accounts, eq(accounts.id, contacts.accountId))
      .where(gt(contacts.id, cursor))
      .orderBy(asc(contacts.id))
      .limit(step)
      .as('some')
    const rows = await db
      .select({ reason: some.reason, n: count(), last: max(some.id) })
      .from(some)
      .groupBy(sql`${some.reason}`)
    for (const row of rows) {
      counts.set(row.reason, (counts.get(row.reason) ?? 0) + row.n)
      seen += row.n
      if (row.last !== null && row.last > cursor) cursor = row.last
    }
    if (rows.reduce((sum, row) => sum + row.n, 0) < step) break
    if (performance.now() - started > budgetMs) {
      complete = false
      break
    }
    await turn()
  }
  await moveSuppressed(ctx, reason, cursor, counts)
  return summary(counts, complete, seen)
}

function summary(counts: Map<string, number>, complete: boolean, seen: number): AudienceCount {
  const skipped: AudienceCount['skipped'] = {}
  for (const reason of reasonOrder) if (counts.get(reason)) skipped[reason] = counts.get(reason)
  const invited = counts.get('invited') ?? 0
  return { audience: invited + Object.values(skipped).reduce((sum, n) => sum + n, 0), invited, skipped, complete, seen }
}

/** One word for each contact: `outside` the audience, `invited`, or the first reason that fits, suppression left out. */
function reasonOf(program: { id: string; minIntervalDays: number }, inside: SQL, now: number): SQL<string> {
  const wish = (choice: string) =>
    sql`exists (select 1 from ${preferences} where ${preferences.contactId} = ${contacts.id} and ${preferences.scope} in ('all', ${`program:${program.id}`}) and ${preferences.choice} = ${choice})`
  const held = sql`exists (select 1 from ${holds} where ${holds.subjectKey} in ('con:' || ${contacts.id}, 'acc:' || ${contacts.accountId}) and (${holds.until} is null or ${holds.until} > ${now}))`
  const [once, twice] = [invitedSince(program, { halved: false }, now), invitedSince(program, { halved: true }, now)]
  const invitedAfter = (at: number) =>
    sql`exists (select 1 from ${outreach} where ${outreach.contactId} = ${contacts.id} and ${outreach.at} > ${at} and ${outreach.kind} = 'invitation' and ${outreach.programId} = ${program.id} and ${outreach.cancelledAt} is null)`
  return sql<string>`case
    when (${inside}) is not true then 'outside'
    when ${contacts.state} <> 'active' then 'left'
    when ${eq(accounts.isInternal, true)} then 'internal'
    when ${eq(contacts.isTest, true)} then 'test_contact'
    when ${contacts.emailKey} is null then 'no_email'
    when ${wish('off')} then 'unsubscribed'
    when ${held} then 'held'
    when ${contacts.lastInvitedAt} > ${twice} and ${wish('half')} and ${invitedAfter(twice)} then 'asked_less'
    when ${contacts.lastInvitedAt} > ${once} and ${invitedAfter(once)} then 'invited_recently'
    else 'invited' end`
}

/**
 * Suppressions are known by a keyed hash that the database can't compute, so their people are looked up from the
 * suppressions' side, and moved from the reason that was counted for them.
 */
async function moveSuppressed(ctx: Ctx, reason: SQL<string>, upTo: string, counts: Map<string, number>): Promise<void> {
  const db = ctx.store.db
  const later = new Set<string>(['invited', ...reasonOrder.slice(reasonOrder.indexOf('suppressed') + 1)])
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
      .select({ id: contacts.id, reason: reason.as('reason') })
      .from(contacts)
      .leftJoin(accounts, eq(accounts.id, contacts.accountId))
      .where(inArray(contacts.emailKey, [...new Set(some.map((row) => emailKey(row.email!)))]))
    for (const person of people) {
      if (person.id > upTo || !later.has(person.reason)) continue
      counts.set(person.reason, counts.get(person.reason)! - 1)
      counts.set('suppressed', (counts.get('suppressed') ?? 0) + 1)
    }
    await turn()
  }
}
