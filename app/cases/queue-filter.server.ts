import type { Ctx } from '#app/audit/context.server.ts'
import { caseFilter, type CaseFilter } from '#app/cases/case-filter.server.ts'

/** The filters of the queue as its address says them; who works cases begins with their own. */
export function queueFilter(ctx: Ctx, url: string): CaseFilter {
  const query = Object.fromEntries([...new URL(url).searchParams].filter(([, value]) => value !== ''))
  const mine = ctx.actor.kind === 'user' && ctx.actor.roles.includes('csm') && !ctx.actor.roles.includes('admin')
  const filter = caseFilter.parse({ scope: mine ? 'mine' : 'all', ...query })
  // What was put off is out of the queue, unless it is asked for.
  return filter.scope === 'closed' || filter.scope === 'any' ? filter : { ...filter, snoozed: filter.snoozed ?? 'out' }
}
