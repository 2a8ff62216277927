import { and, eq, inArray, lte } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { preferences } from '#db/schema/delivery.ts'

/** Wishes for no mail that an import noted by then and nobody has touched since. */
const untouched = (contactIds: string[], until: number) =>
  and(
    inArray(preferences.contactId, contactIds),
    eq(preferences.scope, 'all'),
    eq(preferences.choice, 'off'),
    eq(preferences.source, 'import'),
    lte(preferences.at, until),
  )

/** How many `takeBackOptOuts` would take back. */
export async function countOptOuts(ctx: Ctx, contactIds: string[], until: number): Promise<number> {
  if (!contactIds.length) return 0
  return (await read(ctx).select({ id: preferences.contactId }).from(preferences).where(untouched(contactIds, until))).length // prettier-ignore
}

/** Takes back wishes that an import had noted for people (at most a few hundred a call). @returns how many */
export async function takeBackOptOuts(ctx: TxCtx, contactIds: string[], until: number): Promise<number> {
  if (!contactIds.length) return 0
  return (await ctx.tx.delete(preferences).where(untouched(contactIds, until)).returning({ id: preferences.contactId })).length // prettier-ignore
}
