import type { Ctx } from '#app/audit/context.server.ts'
import { paceOf } from '#app/delivery/contact-rules.ts'
import { reachedInAccounts } from '#app/delivery/plan-facts.server.ts'
import { takeTurns } from '#app/delivery/planning.ts'
import { DAY } from '#app/platform/day.ts'
import type { ContactRules } from '#db/enums/delivery.ts'

/** When one person of an account may be written to, as far as the account's other people are concerned: null for now. */
export async function accountPlace(
  ctx: Ctx,
  rules: ContactRules,
  person: { id: string; accountId: string | null; tier: string | null },
  /** What this place is for, when it stands in the ledger already. */
  exceptRefId?: string,
): Promise<number | null> {
  const pace = paceOf(rules, person.tier)
  if (person.accountId === null || pace.accountPeople === null) return null
  const now = ctx.now()
  const reached = await reachedInAccounts(ctx, [person.accountId], now - pace.accountDays * DAY, exceptRefId)
  return takeTurns(pace, reached, [person.id], now).get(person.id) ?? null
}
