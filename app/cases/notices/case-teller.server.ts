import { eq, inArray } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { caseMailWords } from '#app/cases/mail-words.ts'
import { concernOf, findNoticed, type FoundCase } from '#app/cases/notices/find-noticed.server.ts'
import { overOf } from '#app/cases/notices/over.ts'
import { caseNoticeWords as words } from '#app/cases/notices/words.ts'
import type { Notice, Teller } from '#app/notifications/notice.ts'
import { translator, type Translate } from '#app/platform/words.ts'
import { users } from '#db/schema/access.ts'
import { events } from '#db/schema/audit.ts'
import { responses } from '#db/schema/responses.ts'

/** Puts what happened with cases into words, for those who may see them. */
export const caseTeller: Teller = async (ctx, reader, list) => {
  if (!can(ctx.actor, 'cases.read')) return new Map()
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
        score: scores.get(String(notice.data.responseId)) ?? null,
        author: authors.get(notice.eventId) ?? t(words.formerColleague),
      }
      const over = overOf(notice.kind, notice.data, of, concern)
      return [[notice.id, { text: sentenceOf(t, notice, values), path: `/cases/${of.id}`, over }]]
    }),
  )
}

/** What a case is called in a sentence. */
export const nameOf = (t: Translate, { account, person }: Pick<FoundCase, 'account' | 'person'>) =>
  account ?? (person ? t(caseMailWords.personOf, { name: person }) : t(caseMailWords.somebody))

const clocks = {
  reply: { 75: words.reply75, 100: words.reply100, 200: words.reply200 },
  resolve: { 75: words.resolve75, 100: words.resolve100, 200: words.resolve200 },
}
const scored = { case_opened: caseMailWords.openedSubject, case_joined: caseMailWords.joinedSubject }
const heard = { case_opened: caseMailWords.openedHeardSubject, case_joined: caseMailWords.joinedHeardSubject }

/** The sentence of a notice, also the subject of its mail. */
export function sentenceOf(
  t: Translate,
  { kind, data }: Pick<Notice, 'kind' | 'data'>,
  { name, score, author }: { name: string; score: number | null; author: string },
): string {
  if (kind === 'case_mention') return t(words.mentioned, { author, name })
  if (kind === 'sla_warning' || kind === 'sla_late') {
    const clock = clocks[data.clock === 'resolve' ? 'resolve' : 'reply']
    return t(clock[kind === 'sla_warning' ? 75 : data.mark === 200 ? 200 : 100], { name })
  }
  if (data.why === 'cases.merged') return t(caseMailWords.mergedSubject, { name })
  if (kind !== 'case_opened' && kind !== 'case_joined') return t(caseMailWords.assignedSubject, { name })
  return score === null ? t(heard[kind], { name }) : t(scored[kind], { name, score })
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
