import { and, asc, desc, eq, gt, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { z } from 'zod'
import { workOf } from '#app/access/absences/works-for.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { can } from '#app/audit/can.ts'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { termsOf } from '#app/responses/grams.ts'
import { knownClasses, sightOf } from '#app/responses/names.ts'
import type { ShownTopic } from '#app/responses/topics/list-response-topics.server.ts'
import { voicesShownTo } from '#app/voices/kept-voices.server.ts'
import { voiceFilter } from '#app/voices/voice.ts'
import { contains } from '#db/fragments.ts'
import { below } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { topics } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { voices, voiceTopics } from '#db/schema/voices.ts'

const shown = {
  id: voices.id,
  source: voices.source,
  channel: voices.channel,
  day: voices.day,
  text: voices.text,
  language: voices.language,
  feeling: voices.feeling,
  accountId: voices.accountId,
  contactId: voices.contactId,
  account: accounts.name,
  person: contacts.name,
  heardBy: users.name,
  heardById: voices.heardBy,
  sender: voices.sender,
  caseId: voices.caseId,
  createdBy: voices.createdBy,
  createdAt: voices.createdAt,
  updatedAt: voices.updatedAt,
}

/** Days of a page of another list: those after `after`, up to `upTo`. */
interface Days {
  after?: number
  upTo?: number
}

/** What was heard elsewhere, the newest day first, without the names that this actor may not see. `next` continues it. */
export async function listVoices(ctx: Ctx, input: z.input<typeof voiceFilter> = {}, days: Days = {}) {
  const filter = voiceFilter.parse(input)
  authorise(ctx, 'responses.read')
  const db = read(ctx)
  const from = readCursor(filter.after, 'number')
  const about = filter.account !== undefined || filter.contact !== undefined
  // Who may not know the speaker must not find out by asking for them; no feeling counts as an unhappy one.
  const known = knownClasses(ctx.actor)
  const sees = known.includes('low') || !about ? undefined : inArray(voices.feeling, known)
  const rows = await db
    .select(shown)
    .from(voices)
    .leftJoin(accounts, eq(accounts.id, voices.accountId))
    .leftJoin(contacts, eq(contacts.id, voices.contactId))
    .leftJoin(users, eq(users.id, voices.heardBy))
    .where(
      and(
        isNull(voices.deletedAt),
        voicesShownTo(ctx),
        filter.account ? eq(voices.accountId, filter.account) : undefined,
        filter.contact ? eq(voices.contactId, filter.contact) : undefined,
        filter.class ? eq(voices.feeling, filter.class) : undefined,
        filter.language ? eq(voices.language, filter.language) : undefined,
        filter.from === undefined ? undefined : gte(voices.day, filter.from),
        filter.to === undefined ? undefined : lte(voices.day, filter.to),
        days.after === undefined ? undefined : gt(voices.day, days.after),
        days.upTo === undefined ? undefined : lte(voices.day, days.upTo),
        filter.topic
          ? inArray(voices.id, db.select({ id: voiceTopics.voiceId }).from(voiceTopics).where(present(filter.topic)))
          : undefined,
        ...(filter.q ? termsOf(filter.q).map((term) => contains(voices.textKey, term)) : []),
        sees,
        from ? below(voices.day, voices.id, from) : undefined,
      ),
    )
    .orderBy(desc(voices.day), desc(voices.id))
    .limit(filter.limit + 1)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const topicsOf = await topicsOfVoices(ctx, page.map((row) => row.id)) // prettier-ignore
  return {
    voices: page.map((row) => ({ ...named(ctx, row), topics: topicsOf.get(row.id) ?? [] })),
    next: rows.length > filter.limit && last ? writeCursor(last.day, last.id) : null,
  }
}

export type ListedVoice = Awaited<ReturnType<typeof listVoices>>['voices'][number]

/** One voice. @throws NotFound when it isn't there, or was deleted */
export async function getVoice(ctx: Ctx, id: string) {
  authorise(ctx, 'responses.read')
  if (!isId(id)) throw new NotFound()
  const [row] = await read(ctx)
    .select({ ...shown, whole: voices.whole, invitationId: voices.invitationId, ownerId: accounts.ownerId })
    .from(voices)
    .leftJoin(accounts, eq(accounts.id, voices.accountId))
    .leftJoin(contacts, eq(contacts.id, voices.contactId))
    .leftJoin(users, eq(users.id, voices.heardBy))
    .where(and(eq(voices.id, id), isNull(voices.deletedAt), voicesShownTo(ctx)))
  if (!row) throw new NotFound()
  const { invitationId, ownerId, ...voice } = row
  const spoken = named(ctx, voice)
  return {
    ...spoken,
    /** Whether a case may be opened of it: unhappy, or nobody has said yet how it sounds. */
    mayOpenCase: (row.feeling ?? 'low') === 'low' && can(ctx.actor, 'cases.work', await workOf(ctx, ownerId)),
    // The whole may have a signature in it, and names its writer.
    whole: spoken.hidden ? null : row.whole,
    asked: spoken.hidden || !invitationId ? null : await askedBy(ctx, invitationId),
    topics: (await topicsOfVoices(ctx, [id])).get(id) ?? [],
    mayEdit: can(ctx.actor, 'voices.edit', { ownerId: row.source === 'reply' ? ownerId : row.createdBy }),
  }
}

export type ShownVoice = Awaited<ReturnType<typeof getVoice>>

/** Who was invited, and to what, by the mail that a reply answers. */
async function askedBy(ctx: Ctx, invitationId: string) {
  const [row] = await read(ctx)
    .select({
      invitation: { id: invitations.id, gen: invitations.gen },
      id: contacts.id,
      name: contacts.name,
      programId: programs.id,
      program: programs.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .where(eq(invitations.id, invitationId))
  if (!row) return null
  const { invitation, ...asked } = row
  return { ...asked, survey: asked.expiresAt > ctx.now() ? `/s/${invitationToken(ctx.keys, invitation)}` : null }
}

const present = (topicId: string) => and(eq(voiceTopics.topicId, topicId), eq(voiceTopics.present, true))

interface Spoken {
  feeling: 'low' | 'mid' | 'high' | null
  accountId: string | null
  contactId: string | null
  account: string | null
  person: string | null
  sender: string | null
  caseId: string | null
}

function named<Row extends Spoken>(ctx: Ctx, row: Row): Row & { hidden: boolean } {
  const { names } = sightOf(ctx.actor, row.feeling ?? 'low')
  if (names) return { ...row, caseId: can(ctx.actor, 'cases.read') ? row.caseId : null, hidden: false }
  return {
    ...row,
    accountId: null,
    contactId: null,
    account: null,
    person: null,
    sender: null,
    caseId: null,
    hidden: true,
  }
}

async function topicsOfVoices(ctx: Ctx, ids: string[]): Promise<Map<string, ShownTopic[]>> {
  const found = new Map<string, ShownTopic[]>()
  if (ids.length === 0) return found
  const rows = await read(ctx)
    .select({
      voiceId: voiceTopics.voiceId,
      id: topics.id,
      en: topics.nameEn,
      ja: topics.nameJa,
      source: voiceTopics.source,
      spans: voiceTopics.spans,
    })
    .from(voiceTopics)
    .innerJoin(topics, eq(topics.id, voiceTopics.topicId))
    .where(and(inArray(voiceTopics.voiceId, ids), eq(voiceTopics.present, true), isNull(topics.archivedAt)))
    .orderBy(asc(topics.createdAt), asc(topics.id))
  for (const { voiceId, id, en, ja, source, spans } of rows)
    found.set(voiceId, [...(found.get(voiceId) ?? []), { id, name: { en, ja }, source, spans }])
  return found
}
