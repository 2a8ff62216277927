import {
  and,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm'
import { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOfIso } from '#app/platform/calendar.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { isId } from '#app/platform/id.ts'
import { fold } from '#app/platform/text.ts'
import { searchText } from '#app/platform/search-text.ts'
import { knownClasses, sightOf } from '#app/responses/names.ts'
import { listResponseTopics } from '#app/responses/topics/list-response-topics.server.ts'
import { can } from '#app/audit/can.ts'
import { classes, metrics } from '#db/enums/statistics.ts'
import { contains } from '#db/fragments.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { responseTopics, responses, topics } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import type { Db } from '#db/store/store.ts'

/** A search looks through so many of the newest answers that pass the other filters. */
export const searchedAtMost = 5_000

const id = z.string().refine(isId).optional().catch(undefined)

const day = z
  .string()
  .transform((iso) => dayOfIso(iso))
  .pipe(z.number())
  .optional()
  .catch(undefined)

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const responseFilter = z.object({
  class: z.enum(classes).optional().catch(undefined),
  program: id,
  metric: z.enum(metrics).optional().catch(undefined),
  comment: z.enum(['1']).optional().catch(undefined),
  state: z.enum(['counted', 'unconfirmed', 'withdrawn', 'test']).optional().catch(undefined),
  /** `YYYY-MM-DD`, both included. */
  from: day,
  to: day,
  account: id,
  contact: id,
  /** A topic's id, or `none`: comments that no topic fits. */
  topic: id,
  q: searchText,
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
})
export type ResponseFilter = z.output<typeof responseFilter>

export const listed = {
  id: responses.id,
  programId: responses.programId,
  program: programs.name,
  metric: programs.metric,
  state: responses.state,
  score: responses.score,
  class: responses.class,
  comment: responses.comment,
  language: responses.language,
  answeredAt: responses.answeredAt,
  day: responses.day,
  counts: responses.counts,
  isTest: responses.isTest,
  contactId: responses.contactId,
  accountId: responses.accountId,
  person: contacts.name,
  account: accounts.name,
}

/** Answers, the newest day first, without the names that this actor may not see. `next` continues the list. */
export async function listResponses(ctx: Ctx, input: z.input<typeof responseFilter> = {}) {
  const filter = responseFilter.parse(input)
  authorise(ctx, 'responses.read')
  const from = readCursor(filter.after, 'number')
  const db = read(ctx)
  const narrowed = conditions(ctx, filter)
  const q = filter.q ? fold(filter.q) : ''
  const about = filter.topic === 'none' ? undefined : filter.topic
  const newest = (most: number) =>
    about === undefined
      ? db
          .select({ id: responses.id })
          .from(responses)
          .innerJoin(programs, eq(programs.id, responses.programId))
          .where(and(...narrowed))
          .orderBy(desc(responses.day), desc(responses.id))
          .limit(most)
      : newestAbout(db, about, [...narrowed, q ? undefined : beyond(responseTopics.day, responseTopics.responseId, from)])
          .limit(most) // prettier-ignore
  const within = q
    ? [inArray(responses.id, newest(searchedAtMost)), search(ctx, q, filter.q!)]
    : about === undefined
      ? narrowed
      : [inArray(responses.id, newest(filter.limit + 1))]
  const rows = await db
    .select(listed)
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(contacts, eq(contacts.id, responses.contactId))
    .leftJoin(accounts, eq(accounts.id, responses.accountId))
    .where(and(...within, beyond(responses.day, responses.id, from)))
    .orderBy(desc(responses.day), desc(responses.id))
    .limit(filter.limit + 1)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const topicsOf = await listResponseTopics(ctx, page.map((row) => row.id)) // prettier-ignore
  return {
    responses: page.map((row) => ({ ...withoutNames(ctx, row), topics: topicsOf.get(row.id) ?? [] })),
    next: rows.length > filter.limit && last ? writeCursor(last.day, last.id) : null,
  }
}

export type ListedResponse = Awaited<ReturnType<typeof listResponses>>['responses'][number]

/** Answers about one topic, the newest first, found by the topic's own index: a rare one is as quick as a common one. */
const newestAbout = (db: Db, topicId: string, narrowed: (SQL | undefined)[]) =>
  db
    .select({ id: responseTopics.responseId })
    .from(responseTopics)
    .innerJoin(responses, eq(responses.id, responseTopics.responseId))
    .innerJoin(programs, eq(programs.id, responses.programId))
    .where(and(eq(responseTopics.topicId, topicId), eq(responseTopics.present, true), ...narrowed))
    .orderBy(desc(responseTopics.day), desc(responseTopics.responseId))

const beyond = (day: SQLWrapper, id: SQLWrapper, from: { key: number; id: string } | null) =>
  from ? sql`(${day} < ${from.key} or (${day} = ${from.key} and ${id} < ${from.id}))` : undefined

type Authored = Pick<typeof responses.$inferSelect, 'class' | 'contactId' | 'accountId'> & {
  person: string | null
  account: string | null
}

/** The row without what this actor may not know of its author. */
export function withoutNames<Row extends Authored>(ctx: Ctx, row: Row): Row & { hidden: boolean } {
  const sight = sightOf(ctx.actor, row.class)
  return {
    ...row,
    contactId: sight.ids ? row.contactId : null,
    accountId: sight.ids ? row.accountId : null,
    person: (sight.names && row.person) || null,
    account: sight.names ? row.account : null,
    hidden: !sight.names,
  }
}

function conditions(ctx: Ctx, filter: ResponseFilter): (SQL | undefined)[] {
  const aboutSomebody = filter.account !== undefined || filter.contact !== undefined
  return [
    filter.class ? eq(responses.class, filter.class) : undefined,
    filter.program ? eq(responses.programId, filter.program) : undefined,
    filter.metric ? eq(programs.metric, filter.metric) : undefined,
    filter.comment ? isNotNull(responses.comment) : undefined,
    filter.state === 'test' ? eq(responses.isTest, true) : undefined,
    filter.state && filter.state !== 'test'
      ? and(eq(responses.state, filter.state), eq(responses.isTest, false))
      : undefined,
    filter.from === undefined ? undefined : gte(responses.day, filter.from),
    filter.to === undefined ? undefined : lte(responses.day, filter.to),
    filter.account ? eq(responses.accountId, filter.account) : undefined,
    filter.contact ? eq(responses.contactId, filter.contact) : undefined,
    ...(filter.topic === 'none' ? [isNotNull(responses.taggedAt), withoutTopic(read(ctx))] : []),
    // Who may not know the author must not find out by asking for them.
    aboutSomebody ? among(knownClasses(ctx.actor)) : undefined,
  ]
}

/** Looked through, and no topic in use was found. */
const withoutTopic = (db: Db) =>
  and(
    isNotNull(responses.comment),
    notExists(
      db
        .select({ one: sql`1` })
        .from(responseTopics)
        .innerJoin(topics, eq(topics.id, responseTopics.topicId))
        .where(
          and(eq(responseTopics.responseId, responses.id), eq(responseTopics.present, true), isNull(topics.archivedAt)),
        ),
    ),
  )

const among = (known: (typeof classes)[number][]) => (known.length ? inArray(responses.class, known) : sql`1 = 0`)

function search(ctx: Ctx, folded: string, typed: string) {
  const lower = sql`lower(${responses.comment})`
  const inComment = or(contains(lower, typed.trim().toLowerCase()), contains(lower, folded))
  const known = knownClasses(ctx.actor)
  if (ctx.actor.kind === 'key' || !known.length || !can(ctx.actor, 'accounts.read')) return inComment
  return or(inComment, and(among(known), or(contains(contacts.searchKey, folded), contains(accounts.nameKey, folded))))
}
