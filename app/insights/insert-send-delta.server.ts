import { sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { statement } from '#db/statement.ts'
import { sendDeltas } from '#db/schema/insights.ts'

export interface SendDelta {
  programId: string
  /** Day of SENDING (`invitations.sent_day`), for all three: a response rate is by day of sending. */
  day: number
  /** Invitations that left. */
  invited?: number
  /** Of these, bounced or failed. */
  failed?: number
  /** Of these, answered: 1 when an answer starts to count, -1 when it is withdrawn. */
  answered?: number
}

const insert = statement((db) =>
  db.insert(sendDeltas).values({
    id: sql.placeholder('id'),
    programId: sql.placeholder('programId'),
    day: sql.placeholder('day'),
    invited: sql.placeholder('invited'),
    failed: sql.placeholder('failed'),
    answered: sql.placeholder('answered'),
  }),
)

/** Notes a change of the response rate, in the transaction in which it happens. Tests are never noted. */
export async function insertSendDelta(
  ctx: TxCtx,
  { programId, day, invited = 0, failed = 0, answered = 0 }: SendDelta,
): Promise<void> {
  await insert(ctx.tx, { id: newId('snd', ctx.now()), programId, day, invited, failed, answered })
}
