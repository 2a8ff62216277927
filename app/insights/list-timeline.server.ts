import { and, desc, eq, inArray, isNull, lte, not, or, sql, type SQL } from 'drizzle-orm'
import { mergedOnes } from '#app/accounts/merging/merged-into.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { eventsShownTo } from '#app/cases/kept-cases.server.ts'
import { timelineKinds, type TimelineKind } from '#app/insights/timeline-kinds.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { firstId } from '#app/platform/ids.server.ts'
import { sightOf } from '#app/responses/names.ts'
import { voicesShownTo } from '#app/voices/kept-voices.server.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { startsWith } from '#db/fragments.ts'
import { below, type Place } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { contacts } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'
import { events } from '#db/schema/audit.ts'
import { caseEntries } from '#db/schema/cases.ts'
import { outreach } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { voices } from '#db/schema/voices.ts'

const page = 40
/** People of one account whose mail its history shows. */
const mostPeople = 500

type Of = { accountId: string } | { contactId: string }

/**
 * What happened with an account or a person, the newest first: every event, what was sent, and the words that were
 * said. Who may not know an author, or may not read cases, gets neither from here. `next` continues it.
 */
export async function listTimeline(ctx: Ctx, of: Of, asked: { kind?: TimelineKind; after?: string | null } = {}) {
  authorise(ctx, 'accounts.read')
  const from = readCursor(asked.after, 'number')
  const ofAll = await withMerged(ctx, of)
  const all = [
    ...(await Promise.all(ofAll.map((one) => eventsOf(ctx, one, asked.kind, from)))).flat(),
    ...(asked.kind === undefined || asked.kind === 'mail' ? await sentTo(ctx, of, from) : []),
  ].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const shown = all.slice(0, page)
  const last = shown.at(-1)
  return {
    items: await withWords(ctx, shown),
    next: all.length > page && last ? writeCursor(last.at, last.id) : null,
  }
}

export type TimelineEntry = Awaited<ReturnType<typeof listTimeline>>['items'][number]

/** What happened with what was merged into it is its history too. */
async function withMerged(ctx: Ctx, of: Of): Promise<Of[]> {
  const merged = await mergedOnes(ctx, 'accountId' in of ? of.accountId : of.contactId)
  return [of, ...merged.map((id) => ('accountId' in of ? { accountId: id } : { contactId: id }))]
}

interface Raw {
  id: string
  at: number
  type: string
  actorKind: string
  actorName: string | null
  subjectKind: string
  subjectId: string
  contactId: string | null
  person: string | null
  program: string | null
  entryId: string | null
}

const intoOf = sql`(select ${mergedIds.intoId} from ${mergedIds} where ${mergedIds.id} = ${events.contactId})`

async function eventsOf(ctx: Ctx, of: Of, kind: TimelineKind | undefined, from: Place | null): Promise<Raw[]> {
  const rows = await read(ctx)
    .select({
      id: events.id,
      at: events.at,
      type: events.type,
      actorKind: events.actorKind,
      actorName: users.name,
      subjectKind: events.subjectKind,
      subjectId: events.subjectId,
      contactId: events.contactId,
      person: contacts.name,
      data: events.data,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    // Who was merged into somebody is called as they are.
    .leftJoin(contacts, eq(contacts.id, sql`coalesce(${intoOf}, ${events.contactId})`))
    .where(
      and(
        'accountId' in of ? eq(events.accountId, of.accountId) : eq(events.contactId, of.contactId),
        kind ? ofKind(kind) : undefined,
        can(ctx.actor, 'cases.read') ? undefined : not(ofKind('cases')),
        eventsShownTo(ctx),
        // An id begins with its time: the index finds the place, the pair the very row.
        from ? and(lte(events.id, firstId('evt', from.key + 1)), below(events.at, events.id, from)) : undefined,
      ),
    )
    .orderBy(desc(events.id))
    .limit(page + 1)
  return rows.map(({ data, ...row }) => ({
    ...row,
    program: null,
    entryId: typeof data.entryId === 'string' ? data.entryId : null,
  }))
}

const ofKind = (kind: TimelineKind): SQL => or(...timelineKinds[kind].map((start) => startsWith(events.type, start)))!

/** Invitations, reminders and asks: no event each, for a wave has thousands. */
async function sentTo(ctx: Ctx, of: Of, from: Place | null): Promise<Raw[]> {
  const db = read(ctx)
  const whom =
    'contactId' in of
      ? eq(outreach.contactId, of.contactId)
      : inArray(
          outreach.contactId,
          db.select({ id: contacts.id }).from(contacts).where(eq(contacts.accountId, of.accountId)).limit(mostPeople),
        )
  const rows = await db
    .select({
      id: outreach.id,
      at: outreach.at,
      kind: outreach.kind,
      refId: outreach.refId,
      contactId: outreach.contactId,
      person: contacts.name,
      program: programs.name,
      cancelledAt: outreach.cancelledAt,
    })
    .from(outreach)
    .innerJoin(contacts, eq(contacts.id, outreach.contactId))
    .leftJoin(programs, eq(programs.id, outreach.programId))
    .where(and(whom, from ? below(outreach.at, outreach.id, from) : undefined))
    .orderBy(desc(outreach.at), desc(outreach.id))
    .limit(page + 1)
  return rows.map(({ kind, refId, cancelledAt, ...row }) => ({
    ...row,
    type: cancelledAt === null ? `sent.${kind}` : 'sent.cancelled',
    actorKind: 'system',
    actorName: null,
    subjectKind: 'contact',
    subjectId: row.contactId,
    entryId: null,
  }))
}

/** With the score and comment of answers and the text of notes, as far as this actor may read them. */
async function withWords(ctx: Ctx, shown: Raw[]) {
  const db = read(ctx)
  const answerIds = shown.filter((one) => one.subjectKind === 'response').map((one) => one.subjectId)
  const answers = answerIds.length
    ? await db
        .select({
          id: responses.id,
          score: responses.score,
          class: responses.class,
          comment: responses.comment,
          language: responses.language,
          metric: programs.metric,
          program: programs.name,
          programId: programs.id,
        })
        .from(responses)
        .innerJoin(programs, eq(programs.id, responses.programId))
        .where(inArray(responses.id, answerIds))
    : []
  const heardIds = shown.filter((one) => one.subjectKind === 'voice').map((one) => one.subjectId)
  const heard = heardIds.length
    ? await db
        .select({ id: voices.id, text: voices.text, language: voices.language, feeling: voices.feeling })
        .from(voices)
        .where(and(inArray(voices.id, heardIds), isNull(voices.deletedAt), voicesShownTo(ctx)))
    : []
  const entryIds = shown.flatMap((one) => one.entryId ?? [])
  const entries =
    entryIds.length && can(ctx.actor, 'cases.read')
      ? await db
          .select({ id: caseEntries.id, kind: caseEntries.kind, text: caseEntries.text })
          .from(caseEntries)
          .where(inArray(caseEntries.id, entryIds))
      : []
  const seesAnswers = can(ctx.actor, 'responses.read')
  return shown.map(({ entryId, ...one }) => {
    const answer = seesAnswers ? answers.find((row) => row.id === one.subjectId) : undefined
    const voice = seesAnswers ? heard.find((row) => row.id === one.subjectId) : undefined
    const known = answer !== undefined && sightOf(ctx.actor, answer.class).names
    const knownVoice = voice !== undefined && sightOf(ctx.actor, voice.feeling ?? 'low').names
    const hidden = (one.subjectKind === 'response' && !known) || (one.subjectKind === 'voice' && !knownVoice)
    return {
      ...one,
      person: hidden ? null : one.person,
      contactId: hidden ? null : one.contactId,
      subjectId: hidden ? null : one.subjectId,
      answer: known ? { ...answer, followUp: answer.programId === recoveryProgramId } : null,
      voice: knownVoice ? voice : null,
      entry: entries.find((row) => row.id === entryId) ?? null,
    }
  })
}
