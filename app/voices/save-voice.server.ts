import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { fold } from '#app/platform/text.ts'
import { tagVoice } from '#app/voices/tag-voices.server.ts'
import { languageOf, voiceForm } from '#app/voices/voice.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { voices } from '#db/schema/voices.ts'

type VoiceInput = z.input<typeof voiceForm>
type Given = z.output<typeof voiceForm>

/**
 * Writes down what a customer said in a meeting or on the phone. It has no score and is in no NPS. @returns its id
 * @throws Invalid `voice_future`, `voice_account`, `voice_person`, `voice_hearer`
 */
export async function recordVoice(ctx: Ctx, input: VoiceInput): Promise<string> {
  const given = voiceForm.parse(input)
  authorise(ctx, 'voices.edit')
  return write(ctx, async (ctx) => {
    await check(ctx, given)
    const at = ctx.now()
    const id = newId('voi', at)
    await ctx.tx.insert(voices).values({
      id,
      source: 'staff',
      ...columnsOf(given),
      at,
      createdBy: ctx.actor.id,
      createdAt: at,
      updatedAt: at,
    })
    await tagVoice(ctx, { id, text: given.text, day: given.date })
    await tell(ctx, 'voices.recorded', { id, ...given }, { channel: given.channel, feeling: given.feeling ?? null })
    return id
  })
}

/** Changes what was written down. `seenAt`: its `updated_at` when the form was opened. @throws Conflict when somebody changed it since */
export async function editVoice(
  ctx: Ctx,
  { id, seenAt }: { id: string; seenAt: number },
  input: VoiceInput,
): Promise<void> {
  const given = voiceForm.parse(input)
  await write(ctx, async (ctx) => {
    const before = await own(ctx, id)
    // What a customer wrote themselves stays as they wrote it.
    if (before.deletedAt !== null || before.source === 'reply') throw new NotFound()
    await check(ctx, given)
    const columns = columnsOf(given)
    const [changed] = await ctx.tx
      .update(voices)
      .set({ ...columns, updatedAt: Math.max(ctx.now(), before.updatedAt + 1) })
      .where(and(eq(voices.id, id), eq(voices.updatedAt, seenAt)))
      .returning({ id: voices.id })
    if (!changed) throw new Conflict('changed_meanwhile')
    await tagVoice(ctx, { id, text: given.text, day: given.date })
    const fields = (Object.keys(columns) as (keyof typeof columns)[]).filter((key) => columns[key] !== before[key])
    await tell(ctx, 'voices.changed', { id, ...given }, { fields })
  })
}

/** Takes a voice away; `restoreVoice` brings it back. */
export async function deleteVoice(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await write(ctx, async (ctx) => {
    const before = await own(ctx, id)
    const at = Math.max(ctx.now(), before.updatedAt + 1)
    const [gone] = await ctx.tx
      .update(voices)
      .set({ deletedAt: at, updatedAt: at })
      .where(and(eq(voices.id, id), isNull(voices.deletedAt)))
      .returning({ id: voices.id })
    if (!gone) throw new NotFound()
    await tell(ctx, 'voices.deleted', before)
  })
}

/** Undoes a deletion. */
export async function restoreVoice(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await write(ctx, async (ctx) => {
    const before = await own(ctx, id)
    const [back] = await ctx.tx
      .update(voices)
      .set({ deletedAt: null, updatedAt: Math.max(ctx.now(), before.updatedAt + 1) })
      .where(and(eq(voices.id, id), isNotNull(voices.deletedAt)))
      .returning({ id: voices.id })
    if (!back) throw new NotFound()
    await tagVoice(ctx, before)
    await tell(ctx, 'voices.restored', before)
  })
}

/** A voice that this actor may change: their own record, or a reply to who looks after the account. */
export async function own(ctx: TxCtx, id: string) {
  const [row] = await ctx.tx
    .select({ voice: voices, ownerId: accounts.ownerId })
    .from(voices)
    .leftJoin(accounts, eq(accounts.id, voices.accountId))
    .where(eq(voices.id, id))
  if (!row) throw new NotFound()
  const { voice, ownerId } = row
  authorise(ctx, 'voices.edit', { ownerId: voice.source === 'reply' ? ownerId : voice.createdBy })
  return voice
}

async function check(ctx: TxCtx, given: Given) {
  const { zone } = await getOrganisation(ctx)
  if (given.date > dayOf(ctx.now(), zone)) throw new Invalid('voice_future', { date: 'voice_future' })
  const [account] = await ctx.tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, given.accountId))
  if (!account) throw new Invalid('voice_account', { accountId: 'voice_account' })
  if (given.contactId) {
    const [person] = await ctx.tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.id, given.contactId), eq(contacts.accountId, given.accountId)))
    if (!person) throw new Invalid('voice_person', { contactId: 'voice_person' })
  }
  const [hearer] = await ctx.tx.select({ id: users.id }).from(users).where(eq(users.id, given.heardBy))
  if (!hearer) throw new Invalid('voice_hearer', { heardBy: 'voice_hearer' })
}

const columnsOf = ({ accountId, contactId, date, channel, heardBy, text, feeling }: Given) => ({
  accountId,
  contactId: contactId ?? null,
  day: date,
  channel,
  heardBy,
  text,
  textKey: fold(text),
  language: languageOf(text),
  feeling: feeling ?? null,
})

const tell = (
  ctx: TxCtx,
  type: string,
  of: { id: string; accountId: string | null; contactId?: string | null },
  data?: Record<string, unknown>,
) =>
  recordEvent(ctx, {
    type,
    subject: { kind: 'voice', id: of.id },
    accountId: of.accountId,
    contactId: of.contactId ?? null,
    data,
  })
