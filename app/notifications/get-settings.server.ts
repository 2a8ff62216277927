import { eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { hookPurpose, maskHook } from '#app/notifications/hook.ts'
import { kindRules, kindsFor } from '#app/notifications/notice.ts'
import { NotFound } from '#app/platform/errors.ts'
import { notificationChoices, notificationSettings } from '#db/schema/notifications.ts'

/** Until somebody says otherwise there are no quiet hours; these are offered. */
const usualQuiet = { from: 20 * 60, to: 8 * 60 }

/** How whoever asks hears of what: of each kind that can come to them, and when. The hook's address is masked. */
export async function getNotificationSettings(ctx: Ctx) {
  authorise(ctx, 'self.edit')
  const id = ctx.actor.id!
  const reader = await findReader(ctx, id)
  if (!reader) throw new NotFound()
  const { quiet, digestAt, zone } = reader
  const choices = await read(ctx).select().from(notificationChoices).where(eq(notificationChoices.userId, id))
  const [row] = await read(ctx).select().from(notificationSettings).where(eq(notificationSettings.userId, id))
  const url = row?.hookUrl ? ctx.keys.decrypt(hookPurpose, row.hookUrl) : null
  return {
    kinds: kindsFor(ctx.actor).map((kind) => {
      const { inApp, mail, hook } = choices.find((choice) => choice.kind === kind) ?? kindRules[kind].usual
      return { kind, inApp, mail, hook }
    }),
    quiet: quiet !== null,
    quietFrom: quiet?.from ?? usualQuiet.from,
    quietTo: quiet?.to ?? usualQuiet.to,
    digestAt,
    zone,
    hook: row?.hookUrl
      ? {
          /** Null when it was stored with a secret that is gone. */
          shown: url && maskHook(url),
          failedAt: row.hookFailedAt,
          failure: row.hookFailure,
        }
      : null,
  }
}

export type NotificationSettings = Awaited<ReturnType<typeof getNotificationSettings>>
