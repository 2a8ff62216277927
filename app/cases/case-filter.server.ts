import { and, between, eq, gt, inArray, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { standsInFor } from '#app/access/absences/works-for.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { can } from '#app/audit/can.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { hasReached, loopSteps, openedWithin } from '#app/cases/count-loop.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { replyWaits } from '#app/cases/reply-waits.server.ts'
import { tagField } from '#app/cases/tags/tag.ts'
import { isAged, isOfTeamOf, openedInMonth, whyLate, membersOf } from '#app/cases/team/team-conditions.server.ts'
import { ageBands, lateWhys } from '#app/cases/team/team-view.ts'
import { dayEnd } from '#app/platform/calendar.ts'
import { monthOfIso } from '#app/platform/day.ts'
import { isId } from '#app/platform/id.ts'
import { searchText } from '#app/platform/search-text.ts'
import { fold } from '#app/platform/text.ts'
import { caseStates } from '#db/enums/cases.ts'
import { severities } from '#db/enums/surveys.ts'
import { contains } from '#db/fragments.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { casePeople, cases, caseTags } from '#db/schema/cases.ts'

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const caseFilter = z.object({
  /** `all` are all open ones, `any` the closed ones too. */
  scope: z.enum(['mine', 'team', 'all', 'closed', 'any']).catch('all').default('all'),
  state: z.enum(caseStates).optional().catch(undefined),
  severity: z.enum(severities).optional().catch(undefined),
  due: z.enum(['today']).optional().catch(undefined),
  late: z.enum(['1']).optional().catch(undefined),
  /** The customer spoke last, as `replyWaits` says. */
  reply: z.enum(['waits']).optional().catch(undefined),
  unclaimed: z.enum(['1']).optional().catch(undefined),
  /** Those that were put off: left out, only they, or with the others. */
  snoozed: z.enum(['out', 'only', 'with']).optional().catch(undefined),
  tag: tagField.optional().catch(undefined),
  /** Opened within so many days. */
  opened: z.coerce.number().int().min(1).max(3_660).optional().catch(undefined),
  /** What has happened to it, whatever its state is now. */
  reached: z.enum(loopSteps).optional().catch(undefined),
  /** `2026-03`: opened in that month. */
  month: z
    .string()
    .refine((iso) => monthOfIso(iso) !== null)
    .optional()
    .catch(undefined),
  owner: z.string().refine(isId).optional().catch(undefined),
  /** Whose owner is in this team. */
  team: z.string().refine(isId).optional().catch(undefined),
  /** Late, and for this reason before all others. */
  why: z.enum(lateWhys).optional().catch(undefined),
  /** Open for so long. */
  age: z.enum(ageBands).optional().catch(undefined),
  q: searchText,
  account: z.string().refine(isId).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
})
export type CaseFilter = z.output<typeof caseFilter>

/** What joined another case is shown where it goes on. */
function scopeOf(scope: CaseFilter['scope']) {
  if (scope === 'any') return isNull(cases.joinedInto)
  return scope === 'closed' ? and(eq(cases.state, 'closed'), isNull(cases.joinedInto)) : isOpen
}

/** Whose cases are the reader's work: their own first, and of those for whom they stand in today. Nobody's for others. */
export async function myWork(ctx: Ctx): Promise<string[]> {
  if (ctx.actor.kind !== 'user') return []
  return [ctx.actor.id, ...(await standsInFor(ctx, ctx.actor.id))]
}

/** One owner alone is found by the index in the order of the queue. */
export const isOf = (owners: string[]) =>
  owners.length === 1 ? eq(cases.ownerId, owners[0]!) : inArray(cases.ownerId, owners)

/** An open case of which somebody still waits past the due time, or that should be resolved: what `clock.ts` calls late. */
export const isLate = (ctx: Ctx) => and(isOpen, lt(cases.lateAt, ctx.now()))

/** Whose next reply is due from now to the end of the day where the organisation is. */
export async function isDueToday(ctx: Ctx): Promise<SQL | undefined> {
  const end = dayEnd(ctx.now(), (await getOrganisation(ctx)).zone)
  return and(between(cases.replyDueAt, ctx.now(), end), gt(cases.waiting, 0))
}

/** No team has this id: nobody's cases for who is in none. */
const ownTeam = ({ actor }: Ctx) => (actor.kind === 'user' && actor.teamId) || ''

/** Everybody of the reader's team; nobody for who is in none. */
export const teamOf = async (ctx: Ctx): Promise<string[]> => (await membersOf(ctx, ownTeam(ctx))).map(({ id }) => id)

export const isOfTeam = (ctx: Ctx) => isOfTeamOf(ctx, ownTeam(ctx))

/** What a filter asks for, of who reads. `mine` as `myWork` says. */
export async function casesThat(ctx: Ctx, filter: CaseFilter, mine: string[]): Promise<SQL | undefined> {
  const q = filter.q ? fold(filter.q) : ''
  const named = can(ctx.actor, 'responses.names')
  return and(
    casesShownTo(ctx),
    scopeOf(filter.scope),
    filter.opened ? openedWithin(ctx, filter.opened) : undefined,
    filter.reached ? hasReached[filter.reached] : undefined,
    filter.scope === 'mine' ? isOf(mine) : undefined,
    filter.scope === 'team' ? isOfTeam(ctx) : undefined,
    filter.state ? eq(cases.state, filter.state) : undefined,
    filter.severity ? eq(cases.severity, filter.severity) : undefined,
    filter.late ? isLate(ctx) : undefined,
    filter.due ? await isDueToday(ctx) : undefined,
    filter.reply ? replyWaits : undefined,
    filter.unclaimed ? isNull(cases.claimedAt) : undefined,
    filter.snoozed ? putOff[filter.snoozed] : undefined,
    filter.month ? await openedInMonth(ctx, monthOfIso(filter.month)!) : undefined,
    filter.owner ? eq(cases.ownerId, filter.owner) : undefined,
    filter.team ? isOfTeamOf(ctx, filter.team) : undefined,
    filter.why ? and(isLate(ctx), eq(await whyLate(ctx), filter.why)) : undefined,
    filter.age ? and(isOpen, isAged(ctx, filter.age)) : undefined,
    filter.tag ? inArray(cases.id, casesTagged(ctx, filter.tag)) : undefined,
    filter.account ? eq(cases.accountId, filter.account) : undefined,
    q ? or(contains(accounts.nameKey, q), named ? inArray(cases.id, casesOfPerson(ctx, q)) : undefined) : undefined,
  )
}

const putOff = { out: isNull(cases.snoozedUntil), only: isNotNull(cases.snoozedUntil), with: undefined }

const casesTagged = (ctx: Ctx, tag: string) =>
  read(ctx).select({ id: caseTags.caseId }).from(caseTags).where(eq(caseTags.tag, tag))

const casesOfPerson = (ctx: Ctx, q: string) =>
  read(ctx)
    .select({ id: casePeople.caseId })
    .from(casePeople)
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(contains(contacts.searchKey, q))
