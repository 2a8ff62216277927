import { and, count, eq, gte, inArray, lte } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { npsDifference } from '#app/statistics/differences.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { npsOf, totalOf, type Counts } from '#app/statistics/nps.ts'
import { responseTopics, responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** Days of a window: a quarter, so that a rare topic is heard at all. */
export const mentionDays = 90

/** The first and the last day of what is counted now, for links to the answers behind a count. */
export async function mentionWindow(ctx: Ctx): Promise<{ from: string; to: string }> {
  const { zone } = await getOrganisation(ctx)
  const today = dayOf(ctx.now(), zone)
  return { from: isoOfDay(today - mentionDays + 1), to: isoOfDay(today) }
}

/**
 * Every topic in use with the counted answers that are about it, of the last 90 days and of the 90 before: all of them by
 * class, and the NPS of those who answered an NPS question. The most mentioned first.
 */
export async function countMentions(ctx: Ctx) {
  authorise(ctx, 'responses.read')
  const names = await listTopicNames(ctx)
  const { zone } = await getOrganisation(ctx)
  const today = dayOf(ctx.now(), zone)
  const ids = names.map(({ id }) => id)
  const [now, before] = [
    await countWindow(ctx, ids, today - mentionDays + 1, today),
    await countWindow(ctx, ids, today - 2 * mentionDays + 1, today - mentionDays),
  ]
  return names
    .map((topic) => {
      const [current, previous] = [now.get(topic.id) ?? none, before.get(topic.id) ?? none]
      const enough = totalOf(current.nps) >= fewestToCompare && totalOf(previous.nps) >= fewestToCompare
      return {
        ...topic,
        mentions: current.all,
        n: totalOf(current.all),
        before: totalOf(previous.all),
        nps: npsOf(current.nps),
        change: enough ? npsDifference(current.nps, previous.nps) : null,
      }
    })
    .toSorted((a, b) => b.n - a.n)
}

const nothing: Counts = { low: 0, mid: 0, high: 0 }
const none = { all: nothing, nps: nothing }

async function countWindow(ctx: Ctx, topicIds: string[], from: number, to: number) {
  const found = new Map<string, { all: Counts; nps: Counts }>()
  if (topicIds.length === 0) return found
  const rows = await read(ctx)
    .select({ topicId: responseTopics.topicId, class: responses.class, metric: programs.metric, n: count() })
    .from(responseTopics)
    .innerJoin(responses, eq(responses.id, responseTopics.responseId))
    .innerJoin(programs, eq(programs.id, responses.programId))
    .where(
      and(
        inArray(responseTopics.topicId, topicIds),
        gte(responseTopics.day, from),
        lte(responseTopics.day, to),
        eq(responseTopics.present, true),
        eq(responses.counts, true),
      ),
    )
    .groupBy(responseTopics.topicId, responses.class, programs.metric)
  for (const row of rows) {
    const { all, nps } = found.get(row.topicId) ?? none
    const more = (counts: Counts) => ({ ...counts, [row.class]: counts[row.class] + row.n })
    found.set(row.topicId, { all: more(all), nps: row.metric === 'nps' ? more(nps) : nps })
  }
  return found
}
