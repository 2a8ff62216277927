import { and, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { CaseRow } from '#app/cases/change-case.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { cases } from '#db/schema/cases.ts'

/** The case, or the one that goes on in its place, locked; null when it is not resolved. */
export async function resolvedCase(ctx: TxCtx, caseId: string): Promise<CaseRow | null> {
  const [first] = await ctx.tx.select({ into: cases.joinedInto }).from(cases).where(eq(cases.id, caseId))
  if (!first) return null
  const id = first.into ?? caseId
  await lockCase(ctx.tx, id)
  const [found] = await ctx.tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), eq(cases.state, 'resolved')))
  return found ?? null
}
