import { and, asc, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { caseFilter, casesThat, myWork, teamOf, type CaseFilter } from '#app/cases/case-filter.server.ts'
import { newestHeard } from '#app/cases/heard-on-case.server.ts'
import { tagsOf } from '#app/cases/tags/list-tags.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { above } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

const peopleOf = sql<number>`(select count(*) from ${casePeople} where ${casePeople.caseId} = ${cases.id})`.mapWith(
  Number,
)
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
  const condition = and(await casesThat(ctx, filter, mine), pastCursor(filter))
  const owners = await severalOwners(ctx, filter, mine)
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
      snoozedUntil: cases.snoozedUntil,
      ownerId: cases.ownerId,
      ownerName: users.name,
      accountId: cases.accountId,
      accountName: accounts.name,
      arrMinor: accounts.arrMinor,
      currency: accounts.currency,
      people: peopleOf,
      waiting: cases.waiting,
      responseId: responses.id,
      score: responses.score,
      class: responses.class,
      comment: responses.comment,
      language: responses.language,
      answeredAt: responses.answeredAt,
      metric: programs.metric,
      why: caseAnswers.why,
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
    .leftJoin(caseAnswers, and(eq(caseAnswers.responseId, responses.id), eq(caseAnswers.casePersonId, casePeople.id)))
    .leftJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(inArray(cases.id, firstOf(ctx, owners, filter, condition)))
    .orderBy(...(newestFirst ? [desc(cases.id)] : [asc(cases.rankAt), asc(cases.id)]))
    .limit(filter.limit + 1)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const heard = await newestHeard(ctx, page.filter((row) => row.responseId === null)) // prettier-ignore
  const tags = await tagsOf(ctx, page.map((row) => row.id)) // prettier-ignore
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
        tags: tags.get(row.id) ?? [],
      }
    }),
    next: rows.length > filter.limit && last ? writeCursor(last.rankAt, last.id) : null,
  }
}

export type ListedCase = Awaited<ReturnType<typeof listCases>>['cases'][number]

/** Whose cases a list of open ones is about, where they are several people's; else one `null`. */
async function severalOwners(ctx: Ctx, { scope }: CaseFilter, mine: string[]): Promise<(string | null)[]> {
  const owners = scope === 'mine' ? mine : scope === 'team' ? await teamOf(ctx) : []
  return owners.length > 1 ? owners : [null]
}

/**
 * The ids of a page, as a list for a query: chosen before anything is joined to them, so that an index in the order of the
 * list is walked. The first of several people's cases are among the first of each, while all of theirs would be sorted.
 */
function firstOf(ctx: Ctx, owners: (string | null)[], filter: CaseFilter, condition: SQL | undefined): SQL {
  const many = filter.limit + 1
  const order = isNewestFirst(filter) ? [desc(cases.id)] : [asc(cases.rankAt), asc(cases.id)]
  const each = owners.map((owner) => {
    const some = read(ctx).select({ id: cases.id, rankAt: cases.rankAt }).from(cases).$dynamic()
    const found = filter.q ? some.leftJoin(accounts, eq(accounts.id, cases.accountId)) : some
    const first = found.where(and(owner === null ? undefined : eq(cases.ownerId, owner), condition)).orderBy(...order)
    return sql`select id, rank_at from (${first.limit(many)}) as first_of_one`
  })
  const all = sql.join(each, sql` union all `)
  return isNewestFirst(filter)
    ? sql`(select id from (${all}) as first_of_each order by id desc limit ${many})`
    : sql`(select id from (${all}) as first_of_each order by rank_at, id limit ${many})`
}

const isNewestFirst = ({ scope }: CaseFilter) => scope === 'closed' || scope === 'any'

function pastCursor(filter: CaseFilter) {
  const from = readCursor(filter.after, 'number')
  if (!from) return undefined
  if (isNewestFirst(filter)) return lt(cases.id, from.id)
  return above(cases.rankAt, cases.id, from)
}
