import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { viewChange, viewId, type ViewChange } from '#app/access/view.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { savedViews } from '#db/schema/access.ts'

/**
 * Renames a view of one's own, gives it to everybody or takes it back, deletes it or brings it back. Somebody else's,
 * shared or not, is as good as not there. @throws NotFound
 */
export async function changeView(ctx: Ctx, id: string, input: ViewChange) {
  const change = viewChange.parse(input)
  authorise(ctx, change.intent === 'share' ? 'views.share' : 'self.edit')
  return write(ctx, async (ctx) => {
    const [view] = await ctx.tx
      .update(savedViews)
      .set(set(change, ctx.now()))
      .where(
        and(
          eq(savedViews.id, viewId.safeParse(id).data ?? ''),
          eq(savedViews.ownerId, ctx.actor.id!),
          change.intent === 'restore' ? isNotNull(savedViews.deletedAt) : isNull(savedViews.deletedAt),
        ),
      )
      .returning()
    if (!view) throw new NotFound()
    await recordEvent(ctx, {
      type: change.intent === 'delete' ? 'access.view_deleted' : 'access.view_changed',
      subject: { kind: 'view', id: view.id },
      data: { list: view.list, change: change.intent },
    })
    return view
  })
}

function set(change: ViewChange, now: number): Partial<typeof savedViews.$inferInsert> {
  if (change.intent === 'rename') return { name: change.name }
  if (change.intent === 'delete') return { deletedAt: now }
  if (change.intent === 'restore') return { deletedAt: null }
  return { shared: change.intent === 'share' }
}
