import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { callNow, type Post } from '#app/notifications/call-hook.server.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { hookPurpose } from '#app/notifications/hook.ts'
import { kindsFor } from '#app/notifications/notice.ts'
import { nextAt, usualDigestAt } from '#app/notifications/quiet.ts'
import { choicesSchema, hookSchema, timesSchema } from '#app/notifications/settings.ts'
import { hookWords } from '#app/notifications/settings-words.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { postJson, type SendOutcome } from '#app/platform/outgoing-http.server.ts'
import { outgoingUrl } from '#app/platform/outgoing-url.ts'
import { translate, type Locale } from '#app/platform/words.ts'
import { notificationChoices, notifications, notificationSettings } from '#db/schema/notifications.ts'

/** Chooses how one hears of each kind. Kinds that one's roles leave out are passed over. */
export async function editChoices(ctx: Ctx, input: z.input<typeof choicesSchema>): Promise<void> {
  const { kinds } = choicesSchema.parse(input)
  authorise(ctx, 'self.edit')
  const mine = kindsFor(ctx.actor)
  await write(ctx, async (ctx) => {
    for (const { kind, ...choice } of kinds.filter((one) => mine.includes(one.kind)))
      await ctx.tx
        .insert(notificationChoices)
        .values({ userId: ctx.actor.id!, kind, ...choice })
        .onConflictDoUpdate({ target: [notificationChoices.userId, notificationChoices.kind], set: choice })
    await recordOwn(ctx, 'notifications.choices_edited')
  })
}

/** Sets quiet hours and the time of the digest; what waits for the one at the old time comes at the new. */
export async function editTimes(ctx: Ctx, input: z.input<typeof timesSchema>): Promise<void> {
  const { quiet, quietFrom, quietTo, digestAt } = timesSchema.parse(input)
  authorise(ctx, 'self.edit')
  await write(ctx, async (ctx) => {
    const before = await findReader(ctx, ctx.actor.id)
    if (!before) throw new NotFound()
    const next = (minutes: number) => nextAt(ctx.now(), before.zone, minutes)
    await saveSettings(ctx, { quietFrom: quiet ? quietFrom : null, quietTo: quiet ? quietTo : null, digestAt })
    await ctx.tx
      .update(notifications)
      .set({ digestAt: next(digestAt) })
      .where(and(eq(notifications.userId, before.actor.id), eq(notifications.digestAt, next(before.digestAt))))
    await recordOwn(ctx, 'notifications.times_edited')
  })
}

/** Keeps the address of one's own webhook, encrypted. @throws Invalid when it is none that may be sent to */
export async function setHook(ctx: Ctx, input: z.input<typeof hookSchema>): Promise<void> {
  const url = outgoingUrl(hookSchema.parse(input).url)
  authorise(ctx, 'self.edit')
  if (!url) throw new Invalid('outgoing_address', { url: 'outgoing_address' })
  await write(ctx, async (ctx) => {
    const hookUrl = ctx.keys.encrypt(hookPurpose, url.href)
    await saveSettings(ctx, { hookUrl, hookFailedAt: null, hookFailure: null })
    await recordOwn(ctx, 'notifications.hook_set')
  })
}

/** Forgets the address; what waits to be told there is told nowhere. @returns by what it can be brought back */
export async function removeHook(ctx: Ctx): Promise<string | null> {
  authorise(ctx, 'self.edit')
  return write(ctx, async (ctx) => {
    const own = eq(notificationSettings.userId, ctx.actor.id!)
    const [before] = await ctx.tx
      .select({ hookUrl: notificationSettings.hookUrl })
      .from(notificationSettings)
      .where(own)
    await saveSettings(ctx, { hookUrl: null, hookFailedAt: null, hookFailure: null })
    await recordOwn(ctx, 'notifications.hook_removed')
    return before?.hookUrl ?? null
  })
}

/** Brings back an address that was removed. @throws Invalid when that is none of ours */
export const returnHook = (ctx: Ctx, removed: string): Promise<void> =>
  setHook(ctx, { url: ctx.keys.decrypt(hookPurpose, removed) ?? 'none' })

/** Sends a line to one's own webhook, at once, and says what became of it; null when there is no address. */
export async function tryHook(ctx: Ctx, locale: Locale, post: Post = postJson): Promise<SendOutcome | null> {
  authorise(ctx, 'self.edit')
  const told = { text: translate(locale, hookWords.testLine), path: '/settings/notifications' }
  const outcome = await callNow(ctx, ctx.actor.id!, told, post)
  if (outcome) await write(ctx, (ctx) => recordOwn(ctx, 'notifications.hook_tested', { ok: outcome.ok }))
  return outcome
}

async function saveSettings(ctx: TxCtx, set: Partial<typeof notificationSettings.$inferInsert>) {
  const updatedAt = ctx.now()
  await ctx.tx
    .insert(notificationSettings)
    .values({ digestAt: usualDigestAt, ...set, userId: ctx.actor.id!, updatedAt })
    .onConflictDoUpdate({ target: notificationSettings.userId, set: { ...set, updatedAt } })
}

const recordOwn = (ctx: TxCtx, type: string, data = {}) =>
  recordEvent(ctx, { type, subject: { kind: 'user', id: ctx.actor.id! }, data })
