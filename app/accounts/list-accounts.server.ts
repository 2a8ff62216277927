import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { healths } from '#db/enums/accounts.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { fold } from '#app/platform/text.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { contains, startsWith } from '#db/fragments.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'

const word = z.string().max(100).optional().catch(undefined)

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const accountFilter = z.object({
  q: word,
  tier: word,
  region: word,
  stage: word,
  /** A user's id, or `none`. */
  owner: word,
  /** The same of the second owner. */
  sales: word,
  /** The account above. */
  parent: word,
  health: z.enum(healths).optional().catch(undefined),
  sort: z
    .enum(['name', '-name', 'arr', '-arr', 'renewal', '-renewal', 'updated', '-updated'])
    .catch('name')
    .default('name'),
  after: z.string().max(64).optional().catch(undefined),
})
export type AccountFilter = z.output<typeof accountFilter>

const pageSize = 50
/** How many of the newest rows are looked through for a text that stands inside a name. */
export const searchedInside = 20_000

const keys = {
  name: accounts.nameKey,
  arr: accounts.arrBaseMinor,
  renewal: accounts.renewalOn,
  updated: accounts.updatedAt,
}

/** Accounts by filter, in order; `next` continues the list. What has no value for the sort key comes last. */
export async function listAccounts(ctx: Ctx, input: z.input<typeof accountFilter> = {}) {
  const filter = accountFilter.parse(input)
  authorise(ctx, 'accounts.read')
  const falling = filter.sort.startsWith('-')
  const sort = filter.sort.replace('-', '') as keyof typeof keys
  const key = keys[sort]
  const where = and(...accountConditions(ctx, filter))
  const rows = await read(ctx)
    .select({
      id: accounts.id,
      name: accounts.name,
      tier: accounts.tier,
      region: accounts.region,
      stage: accounts.stage,
      health: accounts.health,
      arrMinor: accounts.arrMinor,
      currency: accounts.currency,
      renewalOn: accounts.renewalOn,
      updatedAt: accounts.updatedAt,
      ownerId: accounts.ownerId,
      ownerName: users.name,
    })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .where(and(where, await past(ctx, filter.after, key, falling)))
    .orderBy(
      falling ? sql`${key} desc nulls last` : sql`${key} asc nulls last`,
      falling ? desc(accounts.id) : asc(accounts.id),
    )
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  return {
    accounts: page,
    filter,
    total: await countUpTo(read(ctx), accounts, where),
    next: rows.length > pageSize ? page.at(-1)!.id : null,
  }
}

export type ListedAccount = Awaited<ReturnType<typeof listAccounts>>['accounts'][number]

/** The accounts after the one that the page before ended with; from the start when it is gone. */
async function past(
  ctx: Ctx,
  after: string | undefined,
  key: (typeof keys)[keyof typeof keys],
  falling: boolean,
): Promise<SQL | undefined> {
  if (!after) return undefined
  const [last] = await read(ctx).select({ id: accounts.id, key: sql<string | number | null>`${key}` }).from(accounts).where(eq(accounts.id, after)) // prettier-ignore
  if (!last) return undefined
  const beyond = falling ? lt : gt
  const later = beyond(accounts.id, last.id)
  if (last.key === null) return and(isNull(key), later)
  return or(beyond(key, last.key), and(eq(key, last.key), later), isNull(key))
}

/** What a filter asks of an account. */
export function accountConditions(ctx: Ctx, filter: AccountFilter): (SQL | undefined)[] {
  const q = filter.q ? fold(filter.q) : ''
  return [
    filter.tier ? eq(accounts.tier, filter.tier) : undefined,
    filter.region ? eq(accounts.region, filter.region) : undefined,
    filter.stage ? eq(accounts.stage, filter.stage) : undefined,
    filter.health ? eq(accounts.health, filter.health) : undefined,
    filter.owner === 'none' ? isNull(accounts.ownerId) : filter.owner ? eq(accounts.ownerId, filter.owner) : undefined,
    filter.sales === 'none' ? isNull(accounts.salesId) : filter.sales ? eq(accounts.salesId, filter.sales) : undefined,
    filter.parent ? eq(accounts.parentId, filter.parent) : undefined,
    q
      ? or(
          startsWith(accounts.nameKey, q),
          and(isNotNull(accounts.domain), startsWith(accounts.domain, q)),
          eq(accounts.externalId, filter.q!.trim()),
          inArray(accounts.id, inside(ctx, q)),
        )
      : undefined,
  ]
}

/** Among the newest accounts, those that have the text anywhere in their name. */
function inside(ctx: Ctx, q: string) {
  const db = read(ctx)
  const newest = db
    .select({ id: accounts.id, nameKey: accounts.nameKey })
    .from(accounts)
    .orderBy(desc(accounts.id))
    .limit(searchedInside)
    .as('newest')
  return db.select({ id: newest.id }).from(newest).where(contains(newest.nameKey, q))
}
