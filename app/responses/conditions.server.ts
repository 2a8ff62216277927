import { and, eq, exists, inArray, isNotNull, isNull, ne, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { withoutTopic } from '#app/responses/about-topic.server.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { knownClasses } from '#app/responses/names.ts'
import { notKnown, traits, type Trait } from '#app/responses/facet.ts'
import type { ResponseFilter } from '#app/responses/response-filter.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { below, notBelow, type Place } from '#db/keyset.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** What rooms below add to a filter of answers: their own tables decide. */
export type Narrow = (ctx: Ctx, filter: ResponseFilter) => (SQL | undefined)[]
export const asItIs: Narrow = () => []

const columns = {
  tier: responses.tier,
  region: responses.region,
  stage: responses.stage,
  owner: responses.ownerId,
  language: responses.language,
} satisfies Record<Trait, unknown>

/** What the facets beside the list choose among. */
export const facetConditions = (filter: ResponseFilter): (SQL | undefined)[] => [
  filter.class ? eq(responses.class, filter.class) : undefined,
  filter.program ? eq(responses.programId, filter.program) : undefined,
  ...traits.map((name) => ofTrait(name, filter[name])),
  filter.comment === '1'
    ? isNotNull(responses.comment)
    : filter.comment === '0'
      ? isNull(responses.comment)
      : undefined,
]

const ofTrait = (name: Trait, value: string | undefined) =>
  value === undefined
    ? undefined
    : value === notKnown
      ? isNull(columns[name])
      : eq(columns[name] as typeof responses.tier, value)

/** What the facets are counted within. */
export function scopeConditions(ctx: Ctx, filter: ResponseFilter, narrow: Narrow): (SQL | undefined)[] {
  const aboutSomebody = filter.account !== undefined || filter.contact !== undefined
  return [
    shownTo(ctx),
    // What is answered to the question after a case stands on the case and in the person's history.
    ne(responses.programId, recoveryProgramId),
    inMetric(ctx, filter),
    filter.state === 'test' ? eq(responses.isTest, true) : undefined,
    filter.state === 'quarantined' ? and(undecided, eq(responses.isTest, false)) : undefined,
    filter.state && filter.state !== 'test' && filter.state !== 'quarantined'
      ? and(eq(responses.state, filter.state), eq(responses.isTest, false))
      : undefined,
    filter.numbers ? eq(responses.counts, true) : undefined,
    filter.account ? eq(responses.accountId, filter.account) : undefined,
    filter.contact ? eq(responses.contactId, filter.contact) : undefined,
    ...(filter.topic === 'none' ? [isNotNull(responses.taggedAt), withoutTopic(read(ctx))] : []),
    filter.wave ? invitedBy(ctx, eq(invitations.waveId, filter.wave)) : undefined,
    filter.door ? invitedBy(ctx, eq(invitations.doorId, filter.door)) : undefined,
    // Who may not know the author must not find out by asking for them.
    aboutSomebody ? among(knownClasses(ctx.actor)) : undefined,
    ...narrow(ctx, filter),
  ]
}

/** Days in the order of the list, and two places between which it is read: below one, down to the other. */
export interface Span {
  from?: number
  to?: number
  below?: Place | null
  downTo?: Place | null
}

/**
 * The days of a span and its two ends, on any index that goes by day and id. The days say the ends once more: of a
 * range of days and a comparison of pairs SQLite takes but one, and would read on from the wrong end.
 */
export function within({ from, to, below: start, downTo }: Span, day: SQLWrapper, id: SQLWrapper): SQL | undefined {
  const first = Math.max(from ?? -Infinity, downTo?.key ?? -Infinity)
  const last = Math.min(to ?? Infinity, start?.key ?? Infinity)
  return and(
    Number.isFinite(first) ? sql`${day} >= ${first}` : undefined,
    Number.isFinite(last) ? sql`${day} <= ${last}` : undefined,
    start ? below(day, id, start) : undefined,
    downTo ? notBelow(day, id, downTo) : undefined,
  )
}

/** A handful of programs, looked up once; the list stays in the order of its days, not of its programs. */
const inMetric = (ctx: Ctx, { metric }: ResponseFilter) =>
  metric
    ? inArray(
        sql`(${responses.programId} || '')`,
        read(ctx).select({ id: programs.id }).from(programs).where(eq(programs.metric, metric)),
      )
    : undefined

/** Something that was sent since the answer that counts is tentative or in quarantine. */
const undecided = sql`exists (
  select 1 from ${responseRevisions} s where s.response_id = ${responses.id} and s.standing in ('tentative', 'quarantined')
  and not exists (
    select 1 from ${responseRevisions} a
    where a.response_id = s.response_id and a.standing = 'accepted' and a.number > s.number))`

const invitedBy = (ctx: Ctx, way: SQL) =>
  exists(
    read(ctx)
      .select({ one: sql`1` })
      .from(invitations)
      .where(and(eq(invitations.id, responses.invitationId), way)),
  )

const among = (known: ReturnType<typeof knownClasses>) => (known.length ? inArray(responses.class, known) : sql`1 = 0`)
