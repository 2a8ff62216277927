import { and, count, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { mostViews, newView } from '#app/access/view.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { savedViews } from '#db/schema/access.ts'

/** Keeps a list's filter under a name. @throws Conflict `too_many_views` */
export async function saveView(ctx: Ctx, input: z.input<typeof newView>): Promise<{ id: string; query: string }> {
  const { list, name, query, shared } = newView.parse(input)
  authorise(ctx, 'self.edit')
  if (shared) authorise(ctx, 'views.share')
  const ownerId = ctx.actor.id!
  return write(ctx, async (ctx) => {
    const mine = and(eq(savedViews.list, list), eq(savedViews.ownerId, ownerId), isNull(savedViews.deletedAt))
    const [row] = await ctx.tx.select({ n: count() }).from(savedViews).where(mine)
    if (row!.n >= mostViews) throw new Conflict('too_many_views')
    const id = newId('view', ctx.now())
    await ctx.tx
      .insert(savedViews)
      .values({ id, list, name, query, ownerId, shared: shared === 'on', createdAt: ctx.now() })
    await recordEvent(ctx, {
      type: 'access.view_saved',
      subject: { kind: 'view', id },
      data: { list, shared: shared === 'on' },
    })
    return { id, query }
  })
}
