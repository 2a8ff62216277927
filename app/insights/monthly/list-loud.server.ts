import { and, count, desc, eq, gte, isNotNull, isNull, lte, notInArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import type { Locale } from '#app/platform/words.ts'
import type { Counts } from '#app/statistics/nps.ts'
import { totalOf } from '#app/statistics/nps.ts'
import type { quoteNames } from '#db/enums/insights.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { responseTopics, responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import type { Db } from '#db/store/store.ts'

const mostTopics = 5
const quotesOfTopic = 2
/** Characters of a quote; the rest is cut. */
const longestQuote = 280
/** Shorter words say little to who doesn't know the customer. */
const shortestQuote = 12
/** Comments of a topic among which the quotes are chosen, the newest. */
const lookedAt = 20

interface Window {
  from: number
  to: number
}

interface Choice {
  names: (typeof quoteNames)[number]
  unquoted: string[]
  language: Locale
}

/** The topics that counted answers of a window are most about, loudest first, each with a few words of customers. */
export async function listLoud(ctx: Ctx, window: Window, choice: Choice) {
  const db = read(ctx)
  const names = new Map((await listTopicNames(ctx)).map((topic) => [topic.id, topic.name]))
  const counts = new Map<string, Counts>()
  const rows = await db
    .select({ topicId: responseTopics.topicId, class: responses.class, n: count() })
    .from(responseTopics)
    .innerJoin(responses, eq(responses.id, responseTopics.responseId))
    .where(mentions(window))
    .groupBy(responseTopics.topicId, responses.class)
  for (const row of rows) {
    const before = counts.get(row.topicId) ?? { low: 0, mid: 0, high: 0 }
    counts.set(row.topicId, { ...before, [row.class]: before[row.class] + row.n })
  }
  const loudest = [...counts]
    .filter(([id]) => names.has(id))
    .toSorted((a, b) => totalOf(b[1]) - totalOf(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostTopics)
  const used = new Set<string>()
  const found = []
  for (const [id, mentioned] of loudest) {
    const quotes = await quotesAbout(db, id, window, choice, used)
    for (const quote of quotes) used.add(quote.id)
    found.push({ id, name: names.get(id)!, counts: mentioned, n: totalOf(mentioned), quotes })
  }
  return found
}

export type Loud = Awaited<ReturnType<typeof listLoud>>[number]

const mentions = ({ from, to }: Window) =>
  and(
    gte(responseTopics.day, from),
    lte(responseTopics.day, to),
    eq(responseTopics.present, true),
    eq(responses.counts, true),
  )

/** A few quotable comments: in the reader's language before others, then the newest. Never what was withdrawn or erased. */
async function quotesAbout(db: Db, topicId: string, window: Window, choice: Choice, used: Set<string>) {
  const rows = await db
    .select({
      id: responses.id,
      comment: responses.comment,
      language: responses.language,
      score: responses.score,
      class: responses.class,
      metric: programs.metric,
      person: contacts.name,
      account: accounts.name,
    })
    .from(responseTopics)
    .innerJoin(responses, eq(responses.id, responseTopics.responseId))
    .innerJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(contacts, eq(contacts.id, responses.contactId))
    .leftJoin(accounts, eq(accounts.id, responses.accountId))
    .where(
      and(
        eq(responseTopics.topicId, topicId),
        mentions(window),
        isNotNull(responses.comment),
        // Everybody may read the page: what was kept from one is quoted to none.
        isNull(responses.keptFrom),
        choice.unquoted.length ? notInArray(responses.programId, choice.unquoted) : undefined,
      ),
    )
    .orderBy(desc(responseTopics.day), desc(responseTopics.responseId))
    .limit(lookedAt)
  return rows
    .filter((row) => !used.has(row.id) && row.comment!.length >= shortestQuote)
    .toSorted((a, b) => +(b.language === choice.language) - +(a.language === choice.language))
    .filter((row, at, all) => all.findIndex((one) => one.comment === row.comment) === at)
    .slice(0, quotesOfTopic)
    .map(({ comment, person, account, ...row }) => ({
      ...row,
      text: cut(choice.names === 'person' ? comment! : without(comment!, person)),
      person: choice.names === 'person' ? person : null,
      account: choice.names === 'none' ? null : account,
    }))
}

function cut(text: string): string {
  const signs = [...text]
  return signs.length <= longestQuote
    ? text
    : `${signs
        .slice(0, longestQuote - 1)
        .join('')
        .trimEnd()}…`
}

/** The words without the name of who said them, where they signed with it. */
function without(text: string, person: string | null): string {
  const name = person?.trim() ?? ''
  return name.length < 2 ? text : text.replaceAll(name, '＊＊＊')
}
