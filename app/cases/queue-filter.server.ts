import type { Ctx } from '#app/audit/context.server.ts'
import { caseFilter, type CaseFilter } from '#app/cases/list-cases.server.ts'

/** The filters of the queue as its address says them; who works cases begins with their own. */
export function queueFilter(ctx: Ctx, url: string): CaseFilter {
  const query = Object.fromEntries([...new URL(url).searchParams].filter(([, value]) => value !== ''))
  const mine = ctx.actor.kind === 'user' && ctx.actor.roles.includes('csm') && !ctx.actor.roles.includes('admin')
  return caseFilter.parse({ scope: mine ? 'mine' : 'all', ...query })
}
