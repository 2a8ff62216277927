import { and, desc, eq, inArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { namesOfTasks } from '#app/cases/playbooks/case-tasks.server.ts'
import { mailsOfCase, type ShownMail } from '#app/cases/replies/mails-of-case.server.ts'
import { landReasons, replyWishes, spareReasons } from '#db/enums/cases.ts'
import { users } from '#db/schema/access.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { caseEntries, casePeople } from '#db/schema/cases.ts'

/** Rows of each kind: more than anybody reads, few enough to be quick. */
const enough = 200

/** Events whose entry says more. */
const asEntry = new Set(['cases.noted', 'cases.contacted', 'cases.mail_in', 'cases.joined_into'])

/** What was said and what happened, newest first. Notes and contacts stand as their entry, not twice. */
export async function timelineOf(ctx: Ctx, caseId: string, ids: string[], named: boolean) {
  const db = read(ctx)
  const entries = await db
    .select({
      id: caseEntries.id,
      at: caseEntries.at,
      kind: caseEntries.kind,
      text: caseEntries.text,
      authorId: caseEntries.authorId,
    })
    .from(caseEntries)
    .where(eq(caseEntries.caseId, caseId))
    .orderBy(desc(caseEntries.id))
    .limit(enough)
  const happened = await db
    .select({
      id: events.id,
      at: events.at,
      type: events.type,
      actorKind: events.actorKind,
      actorId: events.actorId,
      data: events.data,
    })
    .from(events)
    .where(and(eq(events.subjectKind, 'case'), inArray(events.subjectId, ids)))
    .orderBy(desc(events.id))
    .limit(enough)
  const told = happened.filter((event) => !asEntry.has(event.type))
  const about = await peopleBehind(ctx, told)
  const people = [
    ...entries.map((entry) => entry.authorId),
    ...told.flatMap((event) => [event.actorId, event.data.ownerId]),
    ...about.values(),
  ]
  const known = [...new Set(people.filter((id): id is string => typeof id === 'string'))]
  const names = known.length
    ? await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, known))
    : []
  const writers = named && (about.size > 0 || entries.some((entry) => entry.kind === 'mail_in'))
    ? await db.select({ id: contacts.id, name: contacts.name }).from(contacts).where(inArray(contacts.id, known))
    : [] // prettier-ignore
  const mails = entries.some((entry) => entry.kind === 'mail_out')
    ? await mailsOfCase(ctx, caseId)
    : new Map<string, ShownMail>()
  const tasks = await namesOfTasks(ctx, told.map((event) => event.data)) // prettier-ignore
  const nameOf = (id: unknown) => names.find((user) => user.id === id)?.name ?? null
  return [
    ...entries.map(({ authorId, kind, ...entry }) => ({
      ...entry,
      what: 'entry' as const,
      kind,
      mail: mails.get(entry.id) ?? null,
      actor: nameOf(authorId) ?? writers.find((writer) => writer.id === authorId)?.name ?? null,
    })),
    ...told.map((event) => ({
      id: event.id,
      at: event.at,
      what: 'event' as const,
      type: event.type.startsWith('cases.sla_')
        ? `${event.type}_${String(event.data.clock)}_${String(event.data.mark)}`
        : event.type,
      actorKind: event.actorKind,
      actor: nameOf(event.actorId),
      owner: nameOf(event.data.ownerId),
      score: typeof event.data.score === 'number' ? event.data.score : null,
      person: writers.find((writer) => writer.id === about.get(event.id))?.name ?? null,
      why: spareReasons.find((one) => one === event.data.reason) ?? null,
      by: landReasons.find((one) => one === event.data.by) ?? null,
      heard: typeof event.data.voiceId === 'string',
      /** Assigned since an answer is kept from who had it. */
      kept: event.data.why === 'kept_from',
      task: tasks.get(String(event.data.taskId ?? event.data.playbookId)) ?? null,
      wish: replyWishes.find((one) => one === event.data.wish) ?? null,
    })),
  ].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}

/** Whom of the case an event is about, by the event, as they stand there today. */
async function peopleBehind(ctx: Ctx, told: { id: string; type: string; data: Record<string, unknown> }[]) {
  const ofPlace = new Map(
    told.flatMap(({ id, type, data }) =>
      /recover|asked_again/.test(type) && typeof data.casePersonId === 'string'
        ? [[id, data.casePersonId] as const]
        : [],
    ),
  )
  if (!ofPlace.size) return new Map<string, string>()
  const rows = await read(ctx)
    .select({ id: casePeople.id, contactId: casePeople.contactId })
    .from(casePeople)
    .where(inArray(casePeople.id, [...new Set(ofPlace.values())]))
  const known = new Map(rows.map((row) => [row.id, row.contactId]))
  return new Map([...ofPlace].flatMap(([id, place]) => (known.get(place) ? [[id, known.get(place)!] as const] : [])))
}
