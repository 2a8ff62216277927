import { createHash } from 'node:crypto'
import { and, count, eq, gt } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { markInvited } from '#app/accounts/mark-invited.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { invitationLifetime } from '#app/delivery/planning.ts'
import { occasionOf, whyNotAsked, type DoorPerson } from '#app/delivery/whom-a-door-asks.server.ts'
import { lockPeople } from '#app/delivery/weigh-invitations.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { HOUR } from '#app/platform/day.ts'
import { TooMany } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { versionShownAt, type FoundDoor } from '#app/surveys/doors/find-door.server.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'

export interface AtDoor {
  found: FoundDoor
  /** Null for somebody unknown. */
  person: DoorPerson | null
  /** What it is about, when the product said so. */
  ref: string | null
  /** Of the page, opened. */
  nonce: { key: string; issuedAt: number }
  language: Language
}

export type InvitedAtDoor =
  | { kind: 'invited'; id: string; gen: number; fresh: boolean; sentDay: number | null; isTest: boolean }
  | { kind: 'not_asked'; reason: string }

/**
 * The invitation of somebody who stands at a door: one for each page, however often it is sent. A known person is then
 * one who was asked, for every rule of how often that may be; somebody unknown is in no response rate.
 * @throws TooMany when the door has taken all it takes in an hour
 */
export async function inviteAtDoor(ctx: TxCtx, at: AtDoor): Promise<InvitedAtDoor> {
  const { door, program } = at.found
  const page = createHash('sha256').update(at.nonce.key).digest('base64url').slice(0, 22)
  const { person, ref } = at
  const respondentKey = person?.id ?? `${door.id}:${page}`
  const occasion = person ? occasionOf(ref ?? `~${page}`) : `link:${page}`
  const same = and(
    eq(invitations.programId, program.id),
    eq(invitations.respondentKey, respondentKey),
    eq(invitations.occasion, occasion),
  )
  const known = () =>
    ctx.tx
      .select({
        id: invitations.id,
        gen: invitations.gen,
        sentDay: invitations.sentDay,
        isTest: invitations.isTest,
      })
      .from(invitations)
      .where(same)
  const [before] = await known()
  if (before) return { kind: 'invited', fresh: false, ...before }
  if (person) await lockPeople(ctx, [person])
  const reason = person ? await whyNotAsked(ctx, program, person, ref) : null
  if (reason) return { kind: 'not_asked', reason }
  await limitDoor(ctx, at.found)

  const now = ctx.now()
  const [made] = await ctx.tx
    .insert(invitations)
    .values({
      id: newId('inv', now),
      programId: program.id,
      versionId: (await versionShownAt(ctx, program.id, at.nonce.issuedAt)) ?? program.currentVersionId!,
      contactId: person?.id ?? null,
      accountId: person?.accountId ?? null,
      channel: door.kind,
      doorId: door.id,
      occasion,
      respondentKey,
      state: 'sent',
      dueAt: now,
      sentAt: now,
      sentDay: person ? dayOf(now, (await getOrganisation(ctx)).zone) : null,
      expiresAt: now + invitationLifetime,
      language: at.language,
      gen: 1,
      isTest: person?.isTest === true,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: invitations.id, gen: invitations.gen, sentDay: invitations.sentDay, isTest: invitations.isTest })
  if (!made) return { kind: 'invited', fresh: false, ...(await known())[0]! } // the same page, sent twice at once
  if (person) await note(ctx, made.id, at, person)
  return { kind: 'invited', fresh: true, ...made }
}

async function limitDoor(ctx: TxCtx, { door }: FoundDoor) {
  const [taken] = await ctx.tx
    .select({ n: count() })
    .from(invitations)
    .where(and(eq(invitations.doorId, door.id), gt(invitations.createdAt, ctx.now() - HOUR)))
  if (taken!.n >= door.perHour) throw new TooMany(HOUR / 1000)
}

async function note(ctx: TxCtx, id: string, { found: { door, program } }: AtDoor, person: DoorPerson) {
  const at = ctx.now()
  await ctx.tx.insert(outreach).values({
    id: newId('out', at),
    contactId: person.id,
    accountId: person.accountId,
    kind: 'invitation',
    programId: program.id,
    refId: id,
    at,
  })
  await markInvited(ctx, [person.id], at)
  await recordEvent(ctx, {
    type: 'delivery.contact_invited',
    subject: { kind: 'invitation', id },
    contactId: person.id,
    accountId: person.accountId,
    data: { programId: program.id, source: 'widget', doorId: door.id },
  })
}
