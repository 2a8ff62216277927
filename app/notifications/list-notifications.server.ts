import { and, count, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import type { Tellers } from '#app/notifications/notice.ts'
import { putIntoWords } from '#app/notifications/put-into-words.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { notifications } from '#db/schema/notifications.ts'
import { statement } from '#db/statement.ts'

const page = 50

/** One's own notifications, the newest first; `text` is null where it is gone, or no longer open to the reader. */
export async function listNotifications(
  ctx: Ctx,
  tellers: Tellers,
  { unread = false, after }: { unread?: boolean; after?: string | null } = {},
) {
  authorise(ctx, 'self.edit')
  const reader = await findReader(ctx, ctx.actor.id)
  if (!reader) return { rows: [], next: null }
  const cursor = readCursor(after, 'number')
  const found = await ctx.store.db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, reader.actor.id),
        eq(notifications.inApp, true),
        unread ? isNull(notifications.readAt) : undefined,
        cursor ? lt(notifications.id, cursor.id) : undefined,
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(page + 1)
  const shown = found.slice(0, page)
  const words = await putIntoWords(ctx, tellers, reader, shown)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ id, kind, at, readAt }) => ({
      id,
      kind,
      at,
      unread: readAt === null,
      text: words.get(id)?.text ?? null,
    })),
    next: found.length > page && last ? writeCursor(last.at, last.id) : null,
  }
}

/** More are not counted: the bell says 99+. */
export const mostCounted = 100

const countSome = statement((db) => {
  const unread = db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.userId, sql.placeholder('userId')), isNull(notifications.readAt)))
    .limit(mostCounted)
    .as('unread')
  return db.select({ n: count() }).from(unread)
})

/** How many notifications of whoever asks are unread, up to a hundred; 0 for who isn't a colleague. */
export async function countUnread(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind !== 'user') return 0
  const [row] = await countSome(ctx.store.db, { userId: ctx.actor.id })
  return row!.n
}
