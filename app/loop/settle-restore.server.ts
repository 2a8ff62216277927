import { endAllSessions } from '#app/access/end-all-sessions.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { pauseAllWaves } from '#app/delivery/pause-all-waves.server.ts'
import { holdSending } from '#app/email/hold-sending.server.ts'
import { freeAllLeases } from '#app/jobs/free-all-leases.server.ts'

/** What must be so before a restored database is used: no mail leaves, no wave goes on, nobody is signed in. */
export async function settleRestore(ctx: TxCtx, backup: { madeAt: number; version: string }): Promise<void> {
  await holdSending(ctx, backup)
  await pauseAllWaves(ctx)
  await freeAllLeases(ctx)
  await endAllSessions(ctx)
}
