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
