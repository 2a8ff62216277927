import { setImmediate as turn } from 'node:timers/promises'
import { countMove, getMove, moveOne, settleMove, waitingMoves } from '#app/accounts/owner-move.server.ts'
import { write } from '#app/audit/context.server.ts'
import { followOwner } from '#app/cases/follow-owner.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'

/** Accounts of one write: each may take its cases along. */
const step = 50

/**
 * Job `loop.move-owners`: goes through the accounts of a move, step by step; a killed run goes on where it stopped. Open
 * cases follow when the move says so. An account whose owner was changed meanwhile stays as it is.
 */
export const moveOwnersJob: JobHandler = async (ctx, run) => {
  const moveId = String(run.payload.moveId)
  for (;;) {
    const move = await getMove(ctx, moveId)
    if (move.state !== 'running') return
    await write(ctx, async (ctx) => {
      const add = { moved: 0, movedCases: 0, skipped: 0 }
      for (const row of await waitingMoves(ctx, moveId, step)) {
        const moved = await moveOne(ctx, move.seat, row)
        const cases =
          moved && move.withCases
            ? await followOwner(ctx, { ...row, back: move.undoOf === null ? null : row.cases })
            : []
        await settleMove(ctx, moveId, row.accountId, moved ? 'moved' : 'skipped', cases)
        add.moved += moved ? 1 : 0
        add.skipped += moved ? 0 : 1
        add.movedCases += cases.length
      }
      await countMove(ctx, moveId, add)
    })
    await run.progress({ done: move.moved + move.skipped, total: move.total, stage: 'moving' })
    if (run.stopping()) return { again: ctx.now() }
    await turn()
  }
}
