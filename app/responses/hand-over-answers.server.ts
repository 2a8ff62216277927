import type { TxCtx } from '#app/audit/context.server.ts'
import { repoint, type Repointing } from '#db/repoint.ts'
import { responses } from '#db/schema/responses.ts'

/**
 * Answers of an account or a person that is merged into another. Score, day and snapshot stay as they were given, so no
 * month's score moves. @returns how many, at most `most`
 */
export const handOverAnswers = async (
  ctx: TxCtx,
  column: 'accountId' | 'contactId',
  pair: Repointing,
  most: number,
): Promise<number> => (await repoint(ctx.tx, responses, column, pair, most)).length
