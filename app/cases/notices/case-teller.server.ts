import { eq, inArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { nameOf, sentenceOf } from '#app/cases/notices/case-sentence.ts'
import { concernOf, findNoticed } from '#app/cases/notices/find-noticed.server.ts'
import { overOf } from '#app/cases/notices/over.ts'
import type { Notice, Teller } from '#app/notifications/notice.ts'
import { translator } from '#app/platform/words.ts'
import { users } from '#db/schema/access.ts'
import { events } from '#db/schema/audit.ts'
import { responses } from '#db/schema/responses.ts'

/** Puts what happened with cases into words. */
export const caseTeller: Teller = async (ctx, reader, list) => {
  const found = await findNoticed(ctx, [...new Set(list.map((notice) => notice.subjectId))])
  const scores = await scoresOf(ctx, list)
  const authors = await authorsOf(ctx, list.filter((notice) => notice.kind === 'case_mention')) // prettier-ignore
  const concern = await concernOf(ctx, reader.actor)
  const t = translator(reader.locale)
  return new Map(
    list.flatMap((notice) => {
      const of = found.get(notice.subjectId)
      if (!of) return []
      const values = {
        name: nameOf(t, of),
        score: scores.get(String(notice.data.responseId)),
        author: authors.get(notice.eventId),
        standsInFor: concern.standsInFor.includes(of.ownerId) ? of.owner : null,
      }
      const over = overOf(notice.kind, notice.data, of, concern)
      return [[notice.id, { text: sentenceOf(t, notice, values), path: `/cases/${of.id}`, over }]]
    }),
  )
}

async function scoresOf(ctx: Ctx, list: Notice[]): Promise<Map<string, number>> {
  const ids = list.flatMap(({ data }) => (typeof data.responseId === 'string' ? [data.responseId] : []))
  if (!ids.length) return new Map()
  const rows = await read(ctx)
    .select({ id: responses.id, score: responses.score })
    .from(responses)
    .where(inArray(responses.id, ids))
  return new Map(rows.map((row) => [row.id, row.score]))
}

/** Who wrote the notes, by the event. */
export async function authorsOf(ctx: Ctx, list: Pick<Notice, 'eventId'>[]): Promise<Map<string, string>> {
  if (!list.length) return new Map()
  const rows = await read(ctx)
    .select({ id: events.id, name: users.name })
    .from(events)
    .innerJoin(users, eq(users.id, events.actorId))
    .where(inArray(events.id, list.map((notice) => notice.eventId))) // prettier-ignore
  return new Map(rows.map((row) => [row.id, row.name]))
}
