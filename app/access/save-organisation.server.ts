import type { TxCtx } from '#app/audit/context.server.ts'
import { defaultBrand, type Organisation } from '#app/access/get-organisation.server.ts'
import { brands, organisation } from '#db/schema/platform.ts'

/** Writes the organisation's one row, and the brand of the same name when there is none yet. */
export async function saveOrganisation(ctx: TxCtx, row: Organisation) {
  const { id: _, ...set } = row
  await ctx.tx.insert(organisation).values(row).onConflictDoUpdate({ target: organisation.id, set })
  const [brand] = await ctx.tx.select({ id: brands.id }).from(brands).limit(1)
  if (!brand) await ctx.tx.insert(brands).values({ ...defaultBrand, name: row.name, senderName: row.name })
}
