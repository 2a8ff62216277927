import { desc, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { RouteAbout } from '#app/cases/routing/routing-facts.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

/** What an open case is about now, to find somebody for it again: its account of today, and its newest answer. */
export async function aboutCase(ctx: TxCtx, caseId: string): Promise<RouteAbout> {
  const [found] = await ctx.tx
    .select({ accountId: cases.accountId, severity: cases.severity, ownerId: accounts.ownerId })
    .from(cases)
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .where(eq(cases.id, caseId))
  const [person] = await ctx.tx
    .select({ responseId: casePeople.responseId })
    .from(casePeople)
    .where(eq(casePeople.caseId, caseId))
    .orderBy(desc(casePeople.responseId))
    .limit(1)
  const ownerId = found?.ownerId ?? null
  const kept = ownerId !== null && (await isKeptFrom(ctx, caseId, ownerId))
  return {
    account: found?.accountId ? { id: found.accountId, ownerId } : null,
    keptFrom: kept ? ownerId : null,
    severity: found?.severity,
    said: person?.responseId ? { responseId: person.responseId } : undefined,
  }
}
