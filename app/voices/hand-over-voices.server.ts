import type { TxCtx } from '#app/audit/context.server.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { voices } from '#db/schema/voices.ts'

/** What an account or a person that is merged into another said elsewhere. @returns how many, at most `most` */
export const handOverVoices = async (
  ctx: TxCtx,
  column: 'accountId' | 'contactId',
  pair: Repointing,
  most: number,
): Promise<number> => (await repoint(ctx.tx, voices, column, pair, most)).length
