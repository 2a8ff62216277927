import { and, desc, eq, exists, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { isLate } from '#app/cases/case-filter.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import type { Signal } from '#app/insights/signal.ts'
import { DAY, dayOfIso, isoOfDay } from '#app/platform/day.ts'
import { NotFound } from '#app/platform/errors.ts'
import { knownClasses } from '#app/responses/names.ts'
import { countIf } from '#db/fragments.ts'
import { accounts, accountStages, contacts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { preferences } from '#db/schema/delivery.ts'

/** Days ahead in which a renewal is a signal, and days back in which what happened still is one. */
const ahead = 120
const back = 180

/**
 * What Koe knows that points to how an account stands, the worrying first; only what this actor may know.
 * @throws NotFound
 */
export async function listSignals(ctx: Ctx, accountId: string): Promise<Signal[]> {
  authorise(ctx, 'accounts.read')
  const db = read(ctx)
  const [account] = await db
    .select({ health: accounts.health, renewalOn: accounts.renewalOn })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  if (!account) throw new NotFound()
  const found: Signal[] = [...renewalOf(account.renewalOn, Math.floor(ctx.now() / DAY))]
  if (account.health !== 'unknown')
    found.push({ kind: 'health', tone: { green: 'good', yellow: 'watch', red: 'bad' }[account.health] as Signal['tone'], value: account.health }) // prettier-ignore
  found.push(...(await stageOf(ctx, accountId)), ...(await ofPeople(ctx, accountId)))
  if (can(ctx.actor, 'cases.read')) found.push(...(await ofCases(ctx, accountId)))
  const order = { bad: 0, watch: 1, good: 2 }
  return found.toSorted((a, b) => order[a.tone] - order[b.tone])
}

function renewalOf(on: string | null, today: number): Signal[] {
  const day = on === null ? null : dayOfIso(on)
  if (day === null || day < today - back || day > today + ahead) return []
  return day < today
    ? [{ kind: 'renewalPast', tone: 'bad', n: today - day }]
    : [{ kind: 'renewalSoon', tone: 'watch', n: day - today }]
}

async function stageOf(ctx: Ctx, accountId: string): Promise<Signal[]> {
  const [row] = await read(ctx)
    .select({ from: accountStages.from, to: accountStages.to, at: accountStages.at })
    .from(accountStages)
    .where(and(eq(accountStages.accountId, accountId), gte(accountStages.at, ctx.now() - back * DAY)))
    .orderBy(desc(accountStages.at))
    .limit(1)
  return row ? [{ kind: 'stage', tone: 'watch', value: row.to, before: row.from, at: row.at }] : []
}

/** One look at the account's people: whose last answer was what, who kept silent, opted out, or left. */
async function ofPeople(ctx: Ctx, accountId: string): Promise<Signal[]> {
  const db = read(ctx)
  const active = eq(contacts.state, 'active')
  const optedOut = exists(
    db
      .select({ one: sql`1` })
      .from(preferences)
      .where(and(eq(preferences.contactId, contacts.id), eq(preferences.scope, 'all'), eq(preferences.choice, 'off'))),
  )
  const [row] = await db
    .select({
      low: countIf(and(active, eq(contacts.lastClass, 'low'))),
      high: countIf(and(active, eq(contacts.lastClass, 'high'))),
      asked: countIf(and(active, isNotNull(contacts.lastInvitedAt))),
      silent: countIf(
        and(active, lt(contacts.lastInvitedAt, ctx.now() - 14 * DAY), or(isNull(contacts.lastAnsweredAt), sql`${contacts.lastAnsweredAt} < ${contacts.lastInvitedAt}`)), // prettier-ignore
      ),
      optedOut: countIf(and(active, optedOut)),
      left: countIf(and(eq(contacts.state, 'left'), gte(contacts.leftOn, isoOfDay(Math.floor(ctx.now() / DAY) - back)))), // prettier-ignore
    })
    .from(contacts)
    .where(and(eq(contacts.accountId, accountId), eq(contacts.isTest, false)))
  const known = knownClasses(ctx.actor)
  const signal = (kind: Signal['kind'], tone: Signal['tone'], n: number, of?: number): Signal[] =>
    n > 0 ? [{ kind, tone, n, of }] : []
  return [
    ...(known.includes('low') ? signal('unhappy', 'bad', row!.low) : []),
    ...(known.includes('high') ? signal('happy', 'good', row!.high) : []),
    ...signal('silent', 'watch', row!.silent, row!.asked),
    ...signal('optedOut', 'watch', row!.optedOut),
    ...signal('left', 'watch', row!.left),
  ]
}

async function ofCases(ctx: Ctx, accountId: string): Promise<Signal[]> {
  const [row] = await read(ctx)
    .select({
      open: countIf(isOpen),
      late: countIf(isLate(ctx)),
      won: countIf(and(eq(cases.closeKind, 'verified'), gte(cases.closedAt, ctx.now() - back * DAY))),
    })
    .from(cases)
    .where(and(eq(cases.accountId, accountId), casesShownTo(ctx)))
  const { open, late, won } = row!
  return [
    ...(late > 0 ? [{ kind: 'late', tone: 'bad', n: late } as const] : []),
    ...(open > late ? [{ kind: 'open', tone: 'watch', n: open - late } as const] : []),
    ...(won > 0 ? [{ kind: 'solved', tone: 'good', n: won } as const] : []),
  ]
}
