import { and, count, desc, eq, lt } from 'drizzle-orm'
import type { Step } from '#app/accounts/import/step.server.ts'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { importSteps } from '#db/schema/accounts.ts'

export interface StoredStep {
  fromLine: number
  at: number
  step: Step
}

/** The newest batch of an import, or the newest before a line; null when there is none. */
export async function newestStep(ctx: Ctx, importId: string, before?: number): Promise<StoredStep | null> {
  const [row] = await read(ctx)
    .select()
    .from(importSteps)
    .where(and(eq(importSteps.importId, importId), before === undefined ? undefined : lt(importSteps.fromLine, before)))
    .orderBy(desc(importSteps.fromLine))
    .limit(1)
  return row ? { fromLine: row.fromLine, at: row.at, step: JSON.parse(row.data) as Step } : null
}

/** How many batches of an import can be taken back. */
export async function countSteps(ctx: Ctx, importId: string): Promise<number> {
  const [row] = await read(ctx).select({ n: count() }).from(importSteps).where(eq(importSteps.importId, importId))
  return row!.n
}

/** Takes the newest batch off, in the transaction that takes it back: so it is taken back once. */
export async function takeStep(ctx: TxCtx, importId: string): Promise<StoredStep | null> {
  const newest = await newestStep(ctx, importId)
  if (newest)
    await ctx.tx
      .delete(importSteps)
      .where(and(eq(importSteps.importId, importId), eq(importSteps.fromLine, newest.fromLine)))
  return newest
}
