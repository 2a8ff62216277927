import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { contains } from '#db/fragments.ts'
import type { Repointing } from '#db/repoint.ts'
import { savedViews } from '#db/schema/access.ts'

/** Saved views that show what belongs to one account or person show what belongs to the other. @returns how many */
export async function handOverViews(ctx: TxCtx, { from, into }: Repointing): Promise<number> {
  const rows = await ctx.tx
    .select({ id: savedViews.id, query: savedViews.query })
    .from(savedViews)
    .where(contains(savedViews.query, from))
  for (const { id, query } of rows)
    await ctx.tx
      .update(savedViews)
      .set({ query: query.replaceAll(from, into) })
      .where(eq(savedViews.id, id))
  return rows.length
}
