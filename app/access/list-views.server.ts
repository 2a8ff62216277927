import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { savedViews, users, type ViewList } from '#db/schema/access.ts'

const most = 200

/** The views of a list that this person sees as tabs: their own first, then those that colleagues share. */
export async function listViews(ctx: Ctx, list: ViewList) {
  authorise(ctx, 'self.edit')
  const me = ctx.actor.id ?? ''
  const rows = await read(ctx)
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      ownerId: savedViews.ownerId,
      ownerName: users.name,
      shared: savedViews.shared,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .where(
      and(
        eq(savedViews.list, list),
        isNull(savedViews.deletedAt),
        or(eq(savedViews.ownerId, me), eq(savedViews.shared, true)),
      ),
    )
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id))
    .limit(most)
  const views = rows.map(({ ownerId, ...view }) => ({ ...view, own: ownerId === me }))
  return {
    list,
    views: [...views.filter((view) => view.own), ...views.filter((view) => !view.own)],
    mayShare: can(ctx.actor, 'views.share'),
  }
}

export type Views = Awaited<ReturnType<typeof listViews>>
