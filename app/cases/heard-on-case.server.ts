import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { voices } from '#db/schema/voices.ts'

/** More than anybody hears about one trouble. */
const enough = 20

const shown = {
  id: voices.id,
  source: voices.source,
  channel: voices.channel,
  day: voices.day,
  text: voices.text,
  language: voices.language,
  feeling: voices.feeling,
  contactId: voices.contactId,
  person: contacts.name,
}

/** What was heard elsewhere and opened or joined this case, the newest first. A reply by mail stands in its timeline. */
export async function heardOnCase(ctx: Ctx, of: { ids: string[] }, named: boolean) {
  const landed = await read(ctx)
    .select({ data: events.data })
    .from(events)
    .where(
      and(
        eq(events.subjectKind, 'case'),
        inArray(events.subjectId, of.ids),
        inArray(events.type, ['cases.opened', 'cases.joined']),
      ),
    )
    .orderBy(desc(events.id))
    .limit(200)
  const ids = landed.flatMap(({ data }) => (typeof data.voiceId === 'string' ? [data.voiceId] : [])).slice(0, enough)
  if (ids.length === 0) return []
  const rows = await read(ctx)
    .select(shown)
    .from(voices)
    .leftJoin(contacts, eq(contacts.id, voices.contactId))
    .where(and(inArray(voices.id, ids), isNull(voices.deletedAt)))
    .orderBy(desc(voices.day), desc(voices.id))
  return rows.map((row) => (named ? row : { ...row, contactId: null, person: null }))
}

/** The newest words of each of some cases on which nobody has answered a survey. */
export async function newestHeard(
  ctx: Ctx,
  list: { id: string; accountId: string | null; contactId: string | null }[],
) {
  if (list.length === 0) return new Map<string, { text: string; language: 'en' | 'ja'; at: number }>()
  const known = (ids: (string | null)[]) => ids.filter((id) => id !== null)
  const rows = await read(ctx)
    .select({ caseId: voices.caseId, text: voices.text, language: voices.language, at: voices.createdAt })
    .from(voices)
    .where(
      and(
        // By account and person there is an index.
        or(
          inArray(voices.accountId, known(list.map((one) => one.accountId))),
          inArray(voices.contactId, known(list.map((one) => one.contactId))),
        ),
        inArray(voices.caseId, list.map((one) => one.id)), // prettier-ignore
        isNull(voices.deletedAt),
      ),
    )
    .orderBy(voices.day, voices.id)
  return new Map(rows.map(({ caseId, ...words }) => [caseId!, words]))
}
