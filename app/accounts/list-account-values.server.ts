import { asc, isNotNull } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { accounts } from '#db/schema/accounts.ts'

/** The tiers, regions, industries and stages in use, for filters: at most 100 of each. */
export async function listAccountValues(ctx: Ctx) {
  authorise(ctx, 'accounts.read')
  const values = async (column: (typeof accounts)['tier' | 'region' | 'industry' | 'stage']) => {
    const rows = await read(ctx)
      .selectDistinct({ value: column })
      .from(accounts)
      .where(isNotNull(column))
      .orderBy(asc(column))
      .limit(100)
    return rows.map((row) => row.value!)
  }
  return {
    tiers: await values(accounts.tier),
    regions: await values(accounts.region),
    industries: await values(accounts.industry),
    stages: await values(accounts.stage),
  }
}
