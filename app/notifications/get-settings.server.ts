import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { hookPurpose, maskHook } from '#app/notifications/hook.ts'
import { kindRules, kindsFor } from '#app/notifications/notice.ts'
import { usualDigestAt } from '#app/notifications/quiet.ts'
import { users } from '#db/schema/access.ts'
import { notificationChoices, notificationSettings } from '#db/schema/notifications.ts'

/** Until somebody says otherwise there are no quiet hours; these are offered. */
const usualQuiet = { from: 20 * 60, to: 8 * 60 }

/** How whoever asks hears of what: of each kind that can come to them, and when. The hook's address is masked. */
export async function getNotificationSettings(ctx: Ctx) {
  authorise(ctx, 'self.edit')
  const id = ctx.actor.id!
  const choices = await read(ctx).select().from(notificationChoices).where(eq(notificationChoices.userId, id))
  const [row] = await read(ctx).select().from(notificationSettings).where(eq(notificationSettings.userId, id))
  const [self] = await read(ctx).select({ zone: users.zone }).from(users).where(eq(users.id, id))
  const url = row?.hookUrl ? ctx.keys.decrypt(hookPurpose, row.hookUrl) : null
  return {
    kinds: kindsFor(ctx.actor).map((kind) => {
      const { inApp, mail, hook } = choices.find((choice) => choice.kind === kind) ?? kindRules[kind].usual
      return { kind, inApp, mail, hook }
    }),
    quiet: row?.quietFrom != null,
    quietFrom: row?.quietFrom ?? usualQuiet.from,
    quietTo: row?.quietTo ?? usualQuiet.to,
    digestAt: row?.digestAt ?? usualDigestAt,
    zone: self?.zone ?? (await getOrganisation(ctx)).zone,
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
