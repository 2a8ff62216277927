import { asc, inArray, isNotNull } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import type { AudienceList } from '#app/surveys/program.ts'

/** Values of a filter that are offered. Who has more than these should filter by something coarser. */
const most = 60

const columns = {
  tiers: [accounts, accounts.tier],
  regions: [accounts, accounts.region],
  industries: [accounts, accounts.industry],
  plans: [accounts, accounts.plan],
  stages: [accounts, accounts.stage],
  roles: [contacts, contacts.role],
} as const

const kept = new WeakMap<object, { at: number; values: Record<AudienceList, { value: string; label: string }[]> }>()
/** The lists change with imports only, and finding them reads whole tables: asked at most once a minute. */
const fresh = 60_000

/** What an audience can be filtered by: the values that the customers have. */
export async function listAudienceValues(ctx: Ctx): Promise<Record<AudienceList, { value: string; label: string }[]>> {
  authorise(ctx, 'programs.read')
  const known = kept.get(ctx.store)
  if (known && known.at > ctx.now() - fresh) return known.values
  const db = read(ctx)
  const values = { languages: [], ownerIds: [] } as unknown as Record<AudienceList, { value: string; label: string }[]>
  for (const [list, [table, column]] of Object.entries(columns)) {
    const rows = await db
      .selectDistinct({ value: column })
      .from(table)
      .where(isNotNull(column))
      .orderBy(asc(column))
      .limit(most)
    values[list as AudienceList] = rows.map((row) => ({ value: row.value!, label: row.value! }))
  }
  const owners = await db
    .selectDistinct({ id: accounts.ownerId })
    .from(accounts)
    .where(isNotNull(accounts.ownerId))
    .limit(most)
  const ids = owners.map((row) => row.id!)
  const people = ids.length
    ? await db
        .select({ value: users.id, label: users.name })
        .from(users)
        .where(inArray(users.id, ids))
        .orderBy(asc(users.name))
    : []
  values.ownerIds = people
  kept.set(ctx.store, { at: ctx.now(), values })
  return values
}
