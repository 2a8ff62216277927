import { and, eq, isNull } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import type { Tellers } from '#app/notifications/notice.ts'
import { putIntoWords } from '#app/notifications/put-into-words.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { notifications } from '#db/schema/notifications.ts'

/**
 * Opens one of one's own notifications: it is read from now on.
 * @returns the page that it leads to; null when what it is about is gone, or no longer open to the reader
 * @throws NotFound
 */
export async function openNotice(ctx: Ctx, tellers: Tellers, id: string): Promise<string | null> {
  authorise(ctx, 'self.edit')
  const reader = await findReader(ctx, ctx.actor.id)
  if (!reader || !isId(id)) throw new NotFound()
  const own = and(eq(notifications.id, id), eq(notifications.userId, reader.actor.id))
  const [notice] = await ctx.store.db.select().from(notifications).where(own)
  if (!notice) throw new NotFound()
  if (notice.readAt === null)
    await write(ctx, async ({ tx, now }) =>
      tx
        .update(notifications)
        .set({ readAt: now() })
        .where(and(own, isNull(notifications.readAt))),
    )
  return (await putIntoWords(ctx, tellers, reader, [notice])).get(id)?.path ?? null
}

/** Marks all of one's own notifications as read. @returns how many, and the instant by which it is taken back */
export async function markAllRead(ctx: Ctx): Promise<{ n: number; at: number }> {
  authorise(ctx, 'self.edit')
  return write(ctx, async (ctx) => {
    const at = ctx.now()
    const read = await ctx.tx
      .update(notifications)
      .set({ readAt: at })
      .where(and(eq(notifications.userId, ctx.actor.id!), isNull(notifications.readAt)))
      .returning({ id: notifications.id })
    return { n: read.length, at }
  })
}

/** Takes that back: what was marked at that instant is unread again. */
export async function markUnread(ctx: Ctx, at: number): Promise<void> {
  authorise(ctx, 'self.edit')
  await write(ctx, async ({ tx, actor }) =>
    tx
      .update(notifications)
      .set({ readAt: null })
      .where(and(eq(notifications.userId, actor.id!), eq(notifications.readAt, at), eq(notifications.inApp, true))),
  )
}
