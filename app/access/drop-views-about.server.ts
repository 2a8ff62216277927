import { inArray } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
import { savedViews } from '#db/schema/access.ts'

/** Saved views that are called after a person or look for them go for good. They are few. */
export async function dropViewsAbout(ctx: Ctx, marks: Marks): Promise<void> {
  const rows = await ctx.store.db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
  const told = rows.filter(
    ({ name, query }) => isAbout(name, marks) || isAbout([...new URLSearchParams(query).values()].join('\n'), marks),
  )
  if (told.length)
    await write(ctx, ({ tx }) => tx.delete(savedViews).where(inArray(savedViews.id, told.map((row) => row.id)))) // prettier-ignore
}
