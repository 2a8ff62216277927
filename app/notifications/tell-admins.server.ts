import { and, eq } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { HOUR } from '#app/platform/day.ts'
import { userRoles, users } from '#db/schema/access.ts'

/** Subscriber of what needs a person's eye: writes to each admin, at most once an hour for each kind of trouble. */
export async function tellAdmins(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const admins = await ctx.tx
      .select({ id: users.id, email: users.email })
      .from(users)
      .innerJoin(userRoles, eq(userRoles.userId, users.id))
      .where(and(eq(userRoles.role, 'admin'), eq(users.state, 'active')))
    for (const admin of admins) {
      await enqueueMessage(ctx, {
        key: `alert/${event.type}/${Math.floor(event.at / HOUR)}/${admin.id}`,
        stream: 'staff',
        template: 'notifications.alert',
        payload: { type: event.type },
        to: { email: admin.email, userId: admin.id },
        ref: { kind: 'event', id: event.id },
      })
    }
  })
}
