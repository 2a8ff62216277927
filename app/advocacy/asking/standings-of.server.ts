import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { bitOf } from '#app/advocacy/asking/blocks.ts'
import { standing, type RulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { suppressions } from '#db/schema/email.ts'

/** How an advocate stands with the rules of one kind of ask. */
export interface Standing {
  contactId: string
  nominatedAt: number
  /** Bits of `askBlocks`; 0: may be asked. */
  blocks: number
}

/**
 * What the rules say just now of some advocates, by contact id.
 * @param which a condition on `advocates`
 * @param except an ask of which it is the question whether it may still go out
 */
export async function standingsOf(
  ctx: Ctx,
  of: RulesOf,
  { which, limit, except }: { which: SQL | undefined; limit: number; except?: string },
): Promise<Standing[]> {
  const rows = await read(ctx)
    .select({
      contactId: advocates.contactId,
      nominatedAt: advocates.nominatedAt,
      emailKey: contacts.emailKey,
      blocks: standing(ctx, of, except),
    })
    .from(advocates)
    .innerJoin(contacts, eq(contacts.id, advocates.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(which)
    .orderBy(asc(advocates.contactId))
    .limit(limit)
  const suppressed = await suppressedOf(ctx, rows.flatMap(({ emailKey }) => emailKey ?? [])) // prettier-ignore
  return rows.map(({ emailKey, ...row }) => ({
    ...row,
    blocks: row.blocks + (emailKey !== null && suppressed.has(emailKey) ? bitOf('suppressed') : 0),
  }))
}

/** To which of these addresses nothing may be sent: they are known by their fingerprints alone. */
async function suppressedOf(ctx: Ctx, emailKeys: string[]): Promise<Set<string>> {
  if (!emailKeys.length) return new Set()
  const known = new Map(emailKeys.map((key) => [ctx.keys.fingerprint(key), key]))
  const rows = await read(ctx)
    .select({ hmac: suppressions.toHmac })
    .from(suppressions)
    .where(and(inArray(suppressions.toHmac, [...known.keys()]), isNull(suppressions.liftedAt)))
  return new Set(rows.map(({ hmac }) => known.get(hmac)!))
}
