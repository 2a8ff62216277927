import { and, eq } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { userRoles, users } from '#db/schema/access.ts'

/** Subscriber of what needs a person's eye: tells each admin, at most once an hour of each kind of trouble. */
export async function tellAdmins(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const admins = await ctx.tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(userRoles, eq(userRoles.userId, users.id))
      .where(and(eq(userRoles.role, 'admin'), eq(users.state, 'active')))
    await notify(ctx, event, {
      kind: 'trouble',
      userIds: admins.map((admin) => admin.id),
      subject: { kind: event.subjectKind, id: event.subjectId },
      data: { type: event.type },
      once: `${event.type}/${Math.floor(event.at / HOUR)}`,
    })
  })
}
