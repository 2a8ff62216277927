import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { RouteAbout } from '#app/cases/routing/routing-facts.server.ts'
import { heardOnCase } from '#app/cases/heard-on-case.server.ts'
import { keptFromOf } from '#app/cases/kept-cases.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

/** What an open case is about now, to find somebody for it again: its account of today, and what was said last. */
export async function aboutCase(ctx: TxCtx, caseId: string): Promise<RouteAbout> {
  const [found] = await ctx.tx
    .select({ accountId: cases.accountId, severity: cases.severity, ownerId: accounts.ownerId })
    .from(cases)
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .where(eq(cases.id, caseId))
  return {
    account: found?.accountId ? { id: found.accountId, ownerId: found.ownerId } : null,
    never: await keptFromOf(ctx, caseId),
    severity: found?.severity,
    said: await saidOn(ctx, caseId),
  }
}

/** The newest answer; where there is none, what was heard elsewhere last. */
async function saidOn(ctx: TxCtx, caseId: string): Promise<RouteAbout['said']> {
  const [person] = await ctx.tx
    .select({ responseId: casePeople.responseId })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, caseId), isNotNull(casePeople.responseId)))
    .orderBy(desc(casePeople.responseId))
    .limit(1)
  if (person) return { responseId: person.responseId! }
  const [heard] = await heardOnCase(ctx, { ids: [caseId] }, false)
  return heard && { voiceId: heard.id }
}
