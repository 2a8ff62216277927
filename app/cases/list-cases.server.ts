import { and, asc, between, desc, eq, gte, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { standsInFor } from '#app/access/absences/works-for.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayEnd } from '#app/platform/calendar.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { isId } from '#app/platform/id.ts'
import { fold } from '#app/platform/text.ts'
import { searchText } from '#app/platform/search-text.ts'
import { hasReached, loopSteps, openedWithin } from '#app/cases/count-loop.server.ts'
import { newestHeard } from '#app/cases/heard-on-case.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { caseStates } from '#db/enums/cases.ts'
import { severities } from '#db/enums/surveys.ts'
import { contains } from '#db/fragments.ts'
import { above } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const caseFilter = z.object({
  /** `all` are all open ones, `any` the closed ones too. */
  scope: z.enum(['mine', 'team', 'all', 'closed', 'any']).catch('all').default('all'),
  state: z.enum(caseStates).optional().catch(undefined),
  severity: z.enum(severities).optional().catch(undefined),
  due: z.enum(['today']).optional().catch(undefined),
  late: z.enum(['1']).optional().catch(undefined),
  unclaimed: z.enum(['1']).optional().catch(undefined),
  /** Opened within so many days. */
  opened: z.coerce.number().int().min(1).max(3_660).optional().catch(undefined),
  /** What has happened to it, whatever its state is now. */
  reached: z.enum(loopSteps).optional().catch(undefined),
  q: searchText,
  account: z.string().refine(isId).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
})
export type CaseFilter = z.output<typeof caseFilter>

const peopleOf = sql<number>`(select count(*) from ${casePeople} where ${casePeople.caseId} = ${cases.id})`.mapWith(
  Number,
)
const waitingOf = sql<number>`(select count(*) from ${casePeople} where ${casePeople.caseId} = ${cases.id} and ${casePeople.state} = 'waiting')`
const latestPerson = sql<string>`(select max(latest.id) from ${casePeople} as latest where latest.case_id = ${cases.id})`

/**
 * The queue in its order: open cases by rank, others newest first. `next` continues the list. Names of people are
 * null for those who may not see them.
 */
export async function listCases(ctx: Ctx, input: z.input<typeof caseFilter> = {}) {
  const filter = caseFilter.parse(input)
  authorise(ctx, 'cases.read')
  const named = can(ctx.actor, 'responses.names')
  const newestFirst = isNewestFirst(filter)
  const mine = await myWork(ctx)
  const rows = await read(ctx)
    .select({
      id: cases.id,
      state: cases.state,
      severity: cases.severity,
      openedAt: cases.openedAt,
      replyDueAt: cases.replyDueAt,
      resolveDueAt: cases.resolveDueAt,
      pausedAt: cases.pausedAt,
      rankAt: cases.rankAt,
      rankParts: cases.rankParts,
      claimedAt: cases.claimedAt,
      contactedAt: cases.contactedAt,
      resolvedAt: cases.resolvedAt,
      closedAt: cases.closedAt,
      closeKind: cases.closeKind,
      cause: cases.cause,
      action: cases.action,
      lockVersion: cases.lockVersion,
      ownerId: cases.ownerId,
      ownerName: users.name,
      accountId: cases.accountId,
      accountName: accounts.name,
      arrMinor: accounts.arrMinor,
      currency: accounts.currency,
      people: peopleOf,
      waiting: waitingOf.mapWith(Number),
      responseId: responses.id,
      score: responses.score,
      class: responses.class,
      comment: responses.comment,
      language: responses.language,
      answeredAt: responses.answeredAt,
      metric: programs.metric,
      contactId: casePeople.contactId,
      wish: casePeople.wish,
      wishWhen: casePeople.wishWhen,
      personName: contacts.name,
    })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.ownerId))
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .leftJoin(casePeople, eq(casePeople.id, latestPerson))
    .leftJoin(responses, eq(responses.id, casePeople.responseId))
    .leftJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(...conditions(ctx, filter, await dueBy(ctx, filter), mine), pastCursor(filter)))
    .orderBy(...(newestFirst ? [desc(cases.id)] : [asc(cases.rankAt), asc(cases.id)]))
    .limit(filter.limit + 1)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const heard = await newestHeard(ctx, page.filter((row) => row.responseId === null)) // prettier-ignore
  return {
    cases: page.map((row) => {
      const words = heard.get(row.id)
      return {
        ...row,
        ...(words && { comment: words.text, language: words.language }),
        /** Opened by what was heard elsewhere: there is no score. */
        heard: words !== undefined,
        /** Somebody else's, for whom the reader stands in. */
        standingIn: row.ownerId !== mine[0] && mine.includes(row.ownerId),
        personName: (named && row.personName) || null,
      }
    }),
    next: rows.length > filter.limit && last ? writeCursor(last.rankAt, last.id) : null,
  }
}

export type ListedCase = Awaited<ReturnType<typeof listCases>>['cases'][number]

/** What joined another case is shown where it goes on. */
function scopeOf(scope: CaseFilter['scope']) {
  if (scope === 'any') return isNull(cases.joinedInto)
  return scope === 'closed' ? and(eq(cases.state, 'closed'), isNull(cases.joinedInto)) : ne(cases.state, 'closed')
}

const isNewestFirst = ({ scope }: CaseFilter) => scope === 'closed' || scope === 'any'

function pastCursor(filter: CaseFilter) {
  const from = readCursor(filter.after, 'number')
  if (!from) return undefined
  if (isNewestFirst(filter)) return lt(cases.id, from.id)
  return above(cases.rankAt, cases.id, from)
}

/** Whose cases are the reader's work: their own first, and of those for whom they stand in today. Nobody's for others. */
async function myWork(ctx: Ctx): Promise<string[]> {
  if (ctx.actor.kind !== 'user') return []
  return [ctx.actor.id, ...(await standsInFor(ctx, ctx.actor.id))]
}

/** One owner alone is found by the index in the order of the queue. */
const isOf = (owners: string[]) =>
  owners.length === 1 ? eq(cases.ownerId, owners[0]!) : inArray(cases.ownerId, owners)

/** An open case of which somebody still waits past the due time, or that should be resolved: what `clock.ts` calls late. */
export const isLate = (ctx: Ctx) =>
  and(
    ne(cases.state, 'closed'),
    or(
      and(lt(cases.replyDueAt, ctx.now()), sql`${waitingOf} > 0`),
      and(
        lt(cases.resolveDueAt, ctx.now()),
        ne(cases.state, 'resolved'),
        or(isNull(cases.pausedAt), gte(cases.pausedAt, cases.resolveDueAt)),
      ),
    ),
  )

/** What is due today: from now to the end of the day where the organisation is. */
const dueBy = async (ctx: Ctx, { due }: Pick<CaseFilter, 'due'>) =>
  due ? dayEnd(ctx.now(), (await getOrganisation(ctx)).zone) : null

function conditions(ctx: Ctx, filter: CaseFilter, dueEnd: number | null, mine: string[]): (SQL | undefined)[] {
  const me = ctx.actor.kind === 'user' ? ctx.actor : null
  const db = read(ctx)
  const q = filter.q ? fold(filter.q) : ''
  return [
    casesShownTo(ctx),
    scopeOf(filter.scope),
    filter.opened ? openedWithin(ctx, filter.opened) : undefined,
    filter.reached ? hasReached[filter.reached] : undefined,
    filter.scope === 'mine' ? isOf(mine) : undefined,
    filter.scope === 'team'
      ? inArray(
          cases.ownerId,
          db
            .select({ id: users.id })
            .from(users)
            .where(eq(users.teamId, me?.teamId ?? '')),
        )
      : undefined,
    filter.state ? eq(cases.state, filter.state) : undefined,
    filter.severity ? eq(cases.severity, filter.severity) : undefined,
    filter.late ? isLate(ctx) : undefined,
    dueEnd === null ? undefined : and(between(cases.replyDueAt, ctx.now(), dueEnd), sql`${waitingOf} > 0`),
    filter.unclaimed ? isNull(cases.claimedAt) : undefined,
    filter.account ? eq(cases.accountId, filter.account) : undefined,
    q
      ? or(
          contains(accounts.nameKey, q),
          can(ctx.actor, 'responses.names') ? inArray(cases.id, casesOfPerson(ctx, q)) : undefined,
        )
      : undefined,
  ]
}

const casesOfPerson = (ctx: Ctx, q: string) =>
  read(ctx)
    .select({ id: casePeople.caseId })
    .from(casePeople)
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(contains(contacts.searchKey, q))

const countIf = (condition: SQL | undefined) => sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number)

/** How many cases are open: mine, of my team, all, and late ones of each kind that a page leads with. */
export async function countOpenCases(ctx: Ctx): Promise<{
  mine: number
  mineLate: number
  mineDue: number
  mineNew: number
  team: number
  all: number
  late: number
}> {
  authorise(ctx, 'cases.read')
  const me = ctx.actor.kind === 'user' ? ctx.actor : null
  const late = isLate(ctx)
  const mine = isOf(await myWork(ctx))
  const end = await dueBy(ctx, { due: 'today' })
  const due = and(between(cases.replyDueAt, ctx.now(), end!), sql`${waitingOf} > 0`)
  const [row] = await read(ctx)
    .select({
      mine: countIf(mine),
      mineLate: countIf(and(mine, late)),
      mineDue: countIf(and(mine, due)),
      mineNew: countIf(and(mine, isNull(cases.claimedAt))),
      team: countIf(eq(users.teamId, me?.teamId ?? '')),
      all: sql<number>`count(*)`.mapWith(Number),
      late: countIf(late),
    })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.ownerId))
    .where(and(ne(cases.state, 'closed'), casesShownTo(ctx)))
  return row!
}
