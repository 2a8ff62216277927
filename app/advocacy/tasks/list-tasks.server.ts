import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { dueOf, stoppedFor, type TaskVerb } from '#app/advocacy/tasks/task.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { isoOfDay } from '#app/platform/day.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { advocacyTasks } from '#db/schema/advocacy-tasks.ts'

/** Of each sort. */
export const mostTasks = 50

export interface Task {
  /** Of the ask, the quote or the referral. */
  id: string
  verb: TaskVerb
  /** Of an ask. */
  kind: AskKind | null
  /** In which state it waits. */
  state: string
  person: string | null
  contactId: string | null
  account: string | null
  dueAt: number
  ownerId: string | null
  owner: string | null
  /** Not before this day; null: now. */
  putOffTo: string | null
  /** Where it is done. */
  to: string
}

/**
 * What waits for a person in advocacy, the earliest due first: at most 50 of each sort. Read off the states of asks, quotes and
 * referrals, so that nothing has to be kept in step.
 * @param whose `mine`: the reader's and nobody's
 */
export async function listTasks(ctx: Ctx, whose: 'mine' | 'all' | 'put'): Promise<{ tasks: Task[]; more: boolean }> {
  authorise(ctx, 'advocates.read')
  const { zone } = await getOrganisation(ctx)
  const today = isoOfDay(dayOf(ctx.now(), zone))
  const sorts = [await askTasks(ctx), await quoteTasks(ctx), await referralTasks(ctx)]
  const me = ctx.actor.kind === 'user' ? ctx.actor.id : null
  const tasks = (await named(ctx, sorts.flat()))
    .map((task) => ({ ...task, putOffTo: task.putOffTo !== null && task.putOffTo > today ? task.putOffTo : null }))
    .filter((task) => (whose === 'put') === (task.putOffTo !== null))
    .filter(({ ownerId }) => whose === 'all' || ownerId === null || ownerId === me)
    .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
  return { tasks, more: sorts.some((list) => list.length >= mostTasks) }
}

type Found = Omit<Task, 'owner'>

/** What nobody has said of the thing in this very state that it needs nothing. */
const notDone = (state: typeof asks.state | typeof quotes.state | typeof referrals.state) =>
  or(isNull(advocacyTasks.doneIn), ne(advocacyTasks.doneIn, sql`${state}`))

async function askTasks(ctx: Ctx): Promise<Found[]> {
  const now = ctx.now()
  const stopped = and(
    eq(asks.state, 'cancelled'),
    eq(asks.cancelReason, 'stopped'),
    ne(asks.endedBy, asks.holderId),
    gt(asks.endedAt, now - stoppedFor),
  )
  const rows = await read(ctx)
    .select({
      ask: asks,
      person: contacts.name,
      account: accounts.name,
      ownerId: advocacyTasks.ownerId,
      putOffTo: advocacyTasks.putOffTo,
    }) // prettier-ignore
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(accounts, eq(accounts.id, asks.accountId))
    .leftJoin(advocacyTasks, eq(advocacyTasks.id, asks.id))
    .where(
      and(
        or(eq(asks.state, 'accepted'), and(eq(asks.state, 'later'), lte(asks.laterAt, now)), stopped),
        notDone(asks.state),
      ),
    )
    .orderBy(asc(asks.reservedAt), asc(asks.id))
    .limit(mostTasks)
  return rows.map(({ ask, person, account, ownerId, putOffTo }) => {
    const verb = ask.state === 'accepted' ? 'do_ask' : ask.state === 'later' ? 'ask_again' : 'look_at_stop'
    const since = verb === 'do_ask' ? ask.answeredAt : verb === 'ask_again' ? ask.laterAt : ask.endedAt
    return {
      id: ask.id,
      verb,
      kind: ask.kind,
      state: ask.state,
      person,
      contactId: ask.contactId,
      account,
      dueAt: dueOf(verb, since ?? ask.reservedAt),
      ownerId: ownerId ?? ask.holderId,
      putOffTo,
      to: verb === 'ask_again' ? `/contacts/${ask.contactId}` : `/asks/${ask.id}`,
    }
  })
}

async function quoteTasks(ctx: Ctx): Promise<Found[]> {
  const rows = await read(ctx)
    .select({
      quote: quotes,
      person: contacts.name,
      account: accounts.name,
      ownerId: advocacyTasks.ownerId,
      putOffTo: advocacyTasks.putOffTo,
    }) // prettier-ignore
    .from(quotes)
    .innerJoin(contacts, eq(contacts.id, quotes.contactId))
    .leftJoin(accounts, eq(accounts.id, quotes.accountId))
    .leftJoin(advocacyTasks, eq(advocacyTasks.id, quotes.id))
    .where(inArray(quotes.state, ['draft', 'approved']))
    .orderBy(asc(quotes.updatedAt), asc(quotes.id))
    .limit(mostTasks)
  return rows.map(({ quote, person, account, ownerId, putOffTo }) => {
    const verb = quote.state === 'draft' ? 'edit_quote' : 'publish_quote'
    const { id, state, contactId, createdBy } = quote
    const dueAt = dueOf(verb, quote.state === 'approved' ? (quote.approvedAt ?? quote.updatedAt) : quote.updatedAt)
    return { id, verb, kind: null, state, person, contactId, account, dueAt, ownerId: ownerId ?? createdBy, putOffTo, to: `/quotes/${id}` } // prettier-ignore
  })
}

async function referralTasks(ctx: Ctx): Promise<Found[]> {
  const rows = await read(ctx)
    .select({
      referral: referrals,
      person: contacts.name,
      ownerId: advocacyTasks.ownerId,
      putOffTo: advocacyTasks.putOffTo,
    }) // prettier-ignore
    .from(referrals)
    .leftJoin(contacts, eq(contacts.id, referrals.contactId))
    .leftJoin(advocacyTasks, eq(advocacyTasks.id, referrals.id))
    .where(or(eq(referrals.state, 'review'), and(eq(referrals.state, 'new'), isNull(referrals.ownerId))))
    .orderBy(asc(referrals.createdAt), asc(referrals.id))
    .limit(mostTasks)
  return rows.map(({ referral, person, ownerId, putOffTo }) => {
    const verb = referral.state === 'review' ? 'review_referral' : 'take_referral'
    const { id, state, contactId, company, createdAt } = referral
    return { id, verb, kind: null, state, person, contactId, account: company, dueAt: dueOf(verb, createdAt), ownerId: ownerId ?? referral.ownerId, putOffTo, to: `/referrals/${id}` } // prettier-ignore
  })
}

async function named(ctx: Ctx, found: Found[]): Promise<Task[]> {
  const ids = [...new Set(found.flatMap(({ ownerId }) => ownerId ?? []))]
  const rows = ids.length
    ? await read(ctx).select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
    : []
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return found.map((task) => ({ ...task, owner: names.get(task.ownerId ?? '') ?? null }))
}
