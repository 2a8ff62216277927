import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { below } from '#db/keyset.ts'
import { suppressions } from '#db/schema/email.ts'

const page = 50

/** Suppressed addresses (or lifted ones), the newest first. `q` is a whole address: others are kept as fingerprints. */
export async function listSuppressions(
  ctx: Ctx,
  { q, lifted, after }: { q?: string | null; lifted?: boolean; after?: string | null },
) {
  authorise(ctx, 'suppressions.edit')
  const cursor = readCursor(after, 'number')
  const address = emailKey(q ?? '')
  const rows = await ctx.store.db
    .select({
      id: suppressions.id,
      email: suppressions.email,
      reason: suppressions.reason,
      source: suppressions.source,
      at: suppressions.at,
      liftedAt: suppressions.liftedAt,
      liftReason: suppressions.liftReason,
    })
    .from(suppressions)
    .where(
      and(
        lifted ? isNotNull(suppressions.liftedAt) : isNull(suppressions.liftedAt),
        address ? eq(suppressions.toHmac, ctx.keys.fingerprint(address)) : undefined,
        cursor ? below(suppressions.at, suppressions.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(suppressions.at), desc(suppressions.id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page && last ? writeCursor(last.at, last.id) : null }
}

/** How many addresses are suppressed. */
export async function countSuppressions(ctx: Ctx): Promise<number> {
  authorise(ctx, 'suppressions.edit')
  const [row] = await ctx.store.db.select({ n: count() }).from(suppressions).where(isNull(suppressions.liftedAt))
  return row!.n
}
