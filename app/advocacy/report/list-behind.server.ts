import { and, asc, desc, eq, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { readPeriod } from '#app/advocacy/report/read-period.server.ts'
import {
  isAtStep,
  isIdle,
  isLeadAt,
  isOnBench,
  lastAsked,
  type Group,
} from '#app/advocacy/report/report-conditions.server.ts'
import { behindQuery } from '#app/advocacy/report/report-query.ts'
import { peopleSteps, type PeopleStep } from '#app/advocacy/report/report-view.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { above, below } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'

const page = 50

const isPeople = (list: string): list is PeopleStep => (peopleSteps as readonly string[]).includes(list)

/** Exactly those whom a number of the report counts: people by name, or referrals, the newest first. */
export async function listBehind(ctx: Ctx, input: z.input<typeof behindQuery> = {}) {
  const query = behindQuery.parse(input)
  authorise(ctx, 'advocates.read')
  const period = await readPeriod(ctx, query)
  const { list, band, by, after } = query
  const group: Group | undefined = query.none ? { by, key: null } : query.group ? { by, key: query.group } : undefined
  const shown = { list, band, period, group: group ? { ...group, name: await nameOf(ctx, group) } : null }
  if (list === 'idle') return { ...shown, ...(await listPeople(ctx, and(isOnBench(ctx), isIdle(ctx, band)), after)) }
  if (isPeople(list)) return { ...shown, ...(await listPeople(ctx, isAtStep(ctx, list, period, group), after)) }
  return { ...shown, ...(await listLeads(ctx, isLeadAt(ctx, list, period, group), after)) }
}

async function listPeople(ctx: Ctx, which: SQL | undefined, after: string | undefined) {
  const from = readCursor(after, 'string')
  const rows = await read(ctx)
    .select({
      id: contacts.id,
      name: contacts.name,
      title: contacts.title,
      sortKey: contacts.sortKey,
      accountId: contacts.accountId,
      account: accounts.name,
      tier: accounts.tier,
      industry: accounts.industry,
      askedAt: lastAsked(ctx).mapWith((at: unknown) => (at === null ? null : Number(at))),
    })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(and(which, from ? above(contacts.sortKey, contacts.id, from) : undefined))
    .orderBy(asc(contacts.sortKey), asc(contacts.id))
    .limit(page + 1)
  const last = rows.length > page ? rows[page - 1]! : null
  return { people: rows.slice(0, page), leads: null, next: last ? writeCursor(last.sortKey, last.id) : null }
}

async function listLeads(ctx: Ctx, which: SQL | undefined, after: string | undefined) {
  const from = readCursor(after, 'number')
  const rows = await read(ctx)
    .select({
      id: referrals.id,
      name: referrals.leadName,
      company: referrals.company,
      state: referrals.state,
      contactId: referrals.contactId,
      referrer: contacts.name,
      account: accounts.name,
      createdAt: referrals.createdAt,
      wonAt: referrals.wonAt,
      dealMinor: referrals.dealMinor,
      currency: referrals.currency,
    })
    .from(referrals)
    .leftJoin(contacts, eq(contacts.id, referrals.contactId))
    .leftJoin(accounts, eq(accounts.id, referrals.accountId))
    .where(and(which, from ? below(referrals.createdAt, referrals.id, from) : undefined))
    .orderBy(desc(referrals.createdAt), desc(referrals.id))
    .limit(page + 1)
  const last = rows.length > page ? rows[page - 1]! : null
  return { people: null, leads: rows.slice(0, page), next: last ? writeCursor(last.createdAt, last.id) : null }
}

async function nameOf(ctx: Ctx, { by, key }: Group): Promise<string | null> {
  if (by !== 'holder' || key === null) return null
  const [row] = await read(ctx).select({ name: users.name }).from(users).where(eq(users.id, key))
  return row?.name ?? null
}

export type Behind = Awaited<ReturnType<typeof listBehind>>
