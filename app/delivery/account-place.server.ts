import type { Ctx } from '#app/audit/context.server.ts'
import { paceOf } from '#app/delivery/pace.ts'
import { reachedInAccounts } from '#app/delivery/plan-facts.server.ts'
import { takeTurns } from '#app/delivery/planning.ts'
import { DAY } from '#app/platform/day.ts'
import type { ContactRules } from '#db/enums/delivery.ts'

/** When one person of an account may be written to, as far as the account's other people are concerned: null for now. */
export async function accountPlace(
  ctx: Ctx,
  rules: ContactRules,
  person: { id: string; accountId: string | null; tier: string | null },
  /** Whoever stands in the ledger already for this place, and what is only to come, is left out. */
  { exceptRefId, upTo }: { exceptRefId?: string; upTo?: number } = {},
): Promise<number | null> {
  const pace = paceOf(rules, person.tier)
  if (person.accountId === null || pace.accountPeople === null) return null
  const now = ctx.now()
  const window = {
    after: now - pace.accountDays * DAY,
    ...(exceptRefId !== undefined && { exceptRefId }),
    ...(upTo !== undefined && { upTo }),
  }
  const reached = await reachedInAccounts(ctx, [person.accountId], window)
  return takeTurns(pace, reached, [person.id], now).get(person.id) ?? null
}
