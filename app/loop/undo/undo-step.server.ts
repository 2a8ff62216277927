import { and, inArray, ne } from 'drizzle-orm'
import type { Ahead } from '#app/accounts/undo/ahead.ts'
import type { Kept } from '#app/accounts/undo/kept.ts'
import type { StoredStep } from '#app/accounts/undo/steps.server.ts'
import { addTally, countKept, noTally } from '#app/accounts/undo/tally.ts'
import { undoRows } from '#app/accounts/undo/undo-rows.server.ts'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { removePastInvitations } from '#app/delivery/remove-past-invitations.server.ts'
import { countOptOuts, takeBackOptOuts } from '#app/delivery/take-back-opt-outs.server.ts'
import { takeBackAnswers } from '#app/insights/take-back-answers.server.ts'
import { grownElsewhere, noteGoneAnswers } from '#app/loop/undo/grown-elsewhere.server.ts'
import { judgeAnswers } from '#app/loop/undo/judge-answers.server.ts'
import { removePastAnswers } from '#app/responses/remove-past-answers.server.ts'
import { contacts, type UndoTally } from '#db/schema/accounts.ts'

/**
 * Takes back what one batch of an import did, in all rooms, within a transaction; without one it only says what that
 * would do and notes it in `ahead`. Answers go first, so that they keep nobody who came with them.
 */
export async function undoStep(
  ctx: Ctx | TxCtx,
  { step, at }: StoredStep,
  ahead: Ahead,
  successors: ReadonlySet<string>,
): Promise<{ tally: UndoTally; kept: Kept[] }> {
  const tx = ctx.tx ? (ctx as TxCtx) : null
  const answers = await judgeAnswers(ctx, step.answers ?? [])
  if (tx) {
    await removePastAnswers(tx, answers.going)
    await removePastInvitations(tx, answers.going.map(({ invitationId }) => invitationId)) // prettier-ignore
    await takeBackAnswers(tx, answers.going)
  } else noteGoneAnswers(ahead, answers.going)
  const made = new Set(step.contacts)
  const wishes = step.optOuts ?? []
  const rows = await undoRows(ctx, step, ahead, { elsewhere: grownElsewhere(new Set(wishes)), successors })
  // Who came with the batch and stays keeps the wish as well: nobody is written to who has never been.
  const back = await notErased(ctx, wishes.filter((id) => !made.has(id))) // prettier-ignore
  const tally = addTally(noTally(), rows.tally)
  tally.removed.answers = answers.going.length
  tally.topics = answers.topics
  countKept(tally, answers.kept)
  tally.restored.preferences = await (tx ? takeBackOptOuts(tx, back, at) : countOptOuts(ctx, back, at))
  if (tx) await takeBackOptOuts(tx, rows.removed.filter((id) => wishes.includes(id)), at) // prettier-ignore
  return { tally, kept: [...answers.kept, ...rows.kept] }
}

async function notErased(ctx: Ctx, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await read(ctx)
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(inArray(contacts.id, ids), ne(contacts.state, 'erased')))
  return rows.map(({ id }) => id)
}
