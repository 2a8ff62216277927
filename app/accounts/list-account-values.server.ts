import { desc } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { distinctValues } from '#db/distinct-values.ts'
import { accounts } from '#db/schema/accounts.ts'

/** The tiers, regions, industries and stages in use, for filters: at most 100 of each. */
export async function listAccountValues(ctx: Ctx) {
  authorise(ctx, 'accounts.read')
  const values = (column: (typeof accounts)['tier' | 'region' | 'industry' | 'stage']) =>
    distinctValues(read(ctx), column, 100)
  return {
    tiers: await values(accounts.tier),
    regions: await values(accounts.region),
    industries: await values(accounts.industry),
    stages: await values(accounts.stage),
  }
}

/** The products in use, in their order: of the 2,000 accounts that changed last, so that it costs the same however many there are. */
export async function listProducts(ctx: Ctx): Promise<string[]> {
  authorise(ctx, 'accounts.read')
  const rows = await read(ctx)
    .select({ products: accounts.products })
    .from(accounts)
    .orderBy(desc(accounts.updatedAt), desc(accounts.id))
    .limit(2_000)
  return [...new Set(rows.flatMap(({ products }) => products))].toSorted().slice(0, 100)
}
