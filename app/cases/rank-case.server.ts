import { eq, sql } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { rank } from '#app/cases/rank.ts'
import { dayOf } from '#app/platform/calendar.ts'
import type { RankPart } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { accounts } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'

const findFacts = statement((db) =>
  db
    .select({ arrMinor: accounts.arrMinor, currency: accounts.currency, renewalOn: accounts.renewalOn })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('id'))),
)

/** The place in the queue of a case that is due then, by what is known of its account now. */
export async function rankCase(
  ctx: Ctx,
  { accountId, severity, dueAt }: { accountId: string | null; severity: Severity; dueAt: number },
): Promise<{ rankAt: number; rankParts: RankPart[] }> {
  const { zone } = await getOrganisation(ctx)
  const [account] = accountId ? await findFacts(read(ctx), { id: accountId }) : []
  return rank(dueAt, {
    severity,
    arrMinor: account?.arrMinor ?? null,
    currency: account?.currency ?? null,
    renewalOn: account?.renewalOn ?? null,
    today: dayOf(ctx.now(), zone),
  })
}
