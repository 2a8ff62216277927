import { and, count, eq, gte, inArray, isNull, lt, lte } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { rateOf, type Rate } from '#app/statistics/rates.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { countIf } from '#db/fragments.ts'
import { cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'

/** Ways in which a case ends that was resolved. */
const afterResolving = ['verified', 'silent', 'by_hand'] as const

export interface RecoveryRates {
  /** Of the people who answered whether it was put right in these days, those who said so; null when nobody did. */
  answered: Rate | null
  /** Of the resolved cases that were closed in that span, those that the customer confirmed; null when none was. */
  closed: Rate | null
}

/**
 * How many customers say that it was put right: of those who answered, and of all that was closed, with silence and what
 * was closed by hand in it. Both with their 95 % interval. `days` and the instants are the same span; `to` is not in it.
 * Asks no permission: the monthly page is also read by a link.
 */
export async function recoveryOf(
  ctx: Ctx,
  { days, from, to }: { days: { from: number; to: number }; from: number; to: number },
): Promise<RecoveryRates> {
  const db = read(ctx)
  const [answered] = await db
    .select({ n: count(), hits: countIf(eq(responses.class, 'high')) })
    .from(responses)
    .where(
      and(
        eq(responses.programId, recoveryProgramId),
        gte(responses.day, days.from),
        lte(responses.day, days.to),
        eq(responses.state, 'counted'),
        eq(responses.isTest, false),
      ),
    )
  const [closed] = await db
    .select({ n: count(), hits: countIf(eq(cases.closeKind, 'verified')) })
    .from(cases)
    .where(
      and(
        gte(cases.closedAt, from),
        lt(cases.closedAt, to),
        isNull(cases.joinedInto),
        inArray(cases.closeKind, afterResolving),
      ),
    )
  return { answered: rateOf(answered!.hits, answered!.n), closed: rateOf(closed!.hits, closed!.n) }
}
