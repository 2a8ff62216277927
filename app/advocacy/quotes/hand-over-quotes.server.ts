import type { TxCtx } from '#app/audit/context.server.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

/** Quotes of a person or an account that is merged into another follow it: what was approved stays as it was. */
export async function handOverQuotes(
  { tx }: TxCtx,
  column: 'contactId' | 'accountId',
  pair: Repointing,
  most: number,
): Promise<number> {
  return (await repoint(tx, quotes, column, pair, most)).length
}
