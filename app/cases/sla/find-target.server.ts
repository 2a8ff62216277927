import { eq, max, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { defaultPolicy, isSame, targetOf, type Policy, type PolicyRow, type Target } from '#app/cases/sla/policy.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { accounts } from '#db/schema/accounts.ts'
import { slaPolicies, slaVersions } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'

const row = {
  tier: slaPolicies.tier,
  severity: slaPolicies.severity,
  replyMinutes: slaPolicies.replyMinutes,
  resolveMinutes: slaPolicies.resolveMinutes,
}
const findNewest = statement((db) => db.select({ version: max(slaVersions.number) }).from(slaVersions))
const findRows = statement((db) =>
  db
    .select(row)
    .from(slaPolicies)
    .where(eq(slaPolicies.version, sql.placeholder('version'))),
)
const findTier = statement((db) =>
  db
    .select({ tier: accounts.tier })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('id'))),
)

/** The version that new cases go by; 0 until somebody saves one. */
export async function newestVersion(ctx: Ctx): Promise<number> {
  const [newest] = await findNewest(read(ctx))
  return newest?.version ?? 0
}

/** The table of a version, of the newest when left out. */
export async function getPolicy(ctx: Ctx, version?: number): Promise<Policy> {
  const of = version ?? (await newestVersion(ctx))
  if (of === 0) return defaultPolicy
  return { version: of, rows: await findRows(read(ctx), { version: of }) }
}

/** The version that saving a table makes of another; the same one when it promises the same. */
export async function versionAfter(ctx: Ctx, base: number, rows: PolicyRow[]): Promise<number> {
  return isSame((await getPolicy(ctx, base)).rows, rows) ? base : base + 1
}

/** What is promised to a customer: by the version that a case goes by, or by the newest. */
export async function findTarget(
  ctx: Ctx,
  of: { accountId: string | null; severity: Severity; version?: number | null },
): Promise<Target & { version: number }> {
  const { version, rows } = await getPolicy(ctx, of.version ?? undefined)
  const [account] = of.accountId && hasTiers(rows) ? await findTier(read(ctx), { id: of.accountId }) : []
  return { version, ...targetOf(rows, account?.tier ?? null, of.severity) }
}

const hasTiers = (rows: PolicyRow[]) => rows.some((row) => row.tier !== '')
