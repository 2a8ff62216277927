import { and, eq, inArray } from 'drizzle-orm'
import type { MergeKind } from '#app/accounts/merging/fields.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { MovedInto, NotFound } from '#app/platform/errors.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'

/** The account or person that an id was merged into; null when it wasn't. However often merged, it is one step. */
export async function survivorOf(ctx: Ctx, id: string): Promise<string | null> {
  const [row] = await read(ctx).select({ intoId: mergedIds.intoId }).from(mergedIds).where(eq(mergedIds.id, id))
  return row?.intoId ?? null
}

/** The ids that were merged into one: their history is its history. */
export async function mergedOnes(ctx: Ctx, intoId: string): Promise<string[]> {
  const rows = await read(ctx)
    .select({ id: mergedIds.id })
    .from(mergedIds)
    .where(eq(mergedIds.intoId, intoId))
    .limit(50)
  return rows.map((row) => row.id)
}

/** Which of these ids were merged, each with the survivor's. */
export async function mergedAmong(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const columns = { id: mergedIds.id, intoId: mergedIds.intoId }
  const rows = await read(ctx)
    .select(columns)
    .from(mergedIds)
    .where(inArray(mergedIds.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row.intoId]))
}

/** What to throw where a record isn't there: it has become part of another, or never was. */
export async function goneOrMerged(ctx: Ctx, id: string): Promise<NotFound> {
  const into = await survivorOf(ctx, id)
  return into === null ? new NotFound() : new MovedInto(id, into)
}

/** Who an id or address of another system meant that was merged away; null when nobody. */
export async function mergedBy(
  ctx: Ctx,
  kind: MergeKind,
  key: { externalId: string } | { emailKey: string },
): Promise<string | null> {
  const where = 'externalId' in key ? eq(mergedIds.externalId, key.externalId) : eq(mergedIds.emailKey, key.emailKey)
  const rows = await read(ctx)
    .select({ intoId: mergedIds.intoId })
    .from(mergedIds)
    .where(and(eq(mergedIds.kind, kind), where))
    .limit(2)
  return new Set(rows.map((row) => row.intoId)).size === 1 ? rows[0]!.intoId : null
}
