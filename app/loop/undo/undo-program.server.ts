import { and, count, eq } from 'drizzle-orm'
import type { Kept, KeptReason } from '#app/accounts/undo/kept.ts'
import { countKept, noTally } from '#app/accounts/undo/tally.ts'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { removeUnusedProgram } from '#app/surveys/remove-unused-program.server.ts'
import type { ImportOptions, imports, UndoTally } from '#db/schema/accounts.ts'
import { invitations, preferences, waves } from '#db/schema/delivery.ts'
import { scoreTargets } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/**
 * The program that was made for the answers of an import goes with them, unless it has been used or edited since. The
 * import then knows again which one to make, so that its file can be applied once more.
 */
export async function undoProgram(
  ctx: TxCtx,
  row: Pick<typeof imports.$inferSelect, 'options'>,
): Promise<{ tally: UndoTally; kept: Kept[]; options: ImportOptions | null }> {
  const tally = noTally()
  const id = row.options?.madeProgram
  if (!id) return { tally, kept: [], options: row.options }
  const used = await usedProgram(ctx, id)
  const made = used ? null : await removeUnusedProgram(ctx, id)
  if (made) {
    tally.removed.programs = 1
    const { programId: _, madeProgram: __, ...options } = row.options!
    return { tally, kept: [], options: { ...options, newProgram: made } }
  }
  const kept: Kept[] = (await isThere(ctx, id)) ? [{ subjectId: id, kind: 'program', reason: used ?? 'edited' }] : []
  countKept(tally, kept)
  return { tally, kept, options: row.options }
}

/** What hangs on a program beside `ours`, the answers of the import itself that will be gone. */
async function usedProgram(ctx: Ctx, id: string, ours = 0): Promise<KeptReason | null> {
  const db = read(ctx)
  const [answers] = await db.select({ n: count() }).from(responses).where(eq(responses.programId, id))
  if (answers!.n > ours) return 'answered'
  const [sent] = await db.select({ n: count() }).from(invitations).where(eq(invitations.programId, id))
  if (sent!.n > ours) return 'invited'
  const [wave] = await db.select({ id: waves.id }).from(waves).where(eq(waves.programId, id)).limit(1)
  const [wish] = await db.select({ id: preferences.contactId }).from(preferences).where(eq(preferences.scope, `program:${id}`)).limit(1) // prettier-ignore
  const [target] = await db.select({ value: scoreTargets.value }).from(scoreTargets).where(eq(scoreTargets.programId, id)).limit(1) // prettier-ignore
  return wave || wish || target ? 'used' : null
}

/** Whether a program would go, for the count that goes before: it is an untouched draft with no answers but `ours`. */
export async function judgeProgram(ctx: Ctx, row: Pick<typeof imports.$inferSelect, 'options'>, ours: number) {
  const tally = noTally()
  const id = row.options?.madeProgram
  if (!id || !(await isThere(ctx, id))) return tally
  const untouched = and(eq(programs.id, id), eq(programs.state, 'draft'), eq(programs.updatedAt, programs.createdAt))
  const [draft] = await read(ctx).select({ id: programs.id }).from(programs).where(untouched)
  const used = await usedProgram(ctx, id, ours)
  if (draft && !used) tally.removed.programs = 1
  else countKept(tally, [{ subjectId: id, kind: 'program', reason: used ?? 'edited' }])
  return tally
}

async function isThere(ctx: Ctx, id: string): Promise<boolean> {
  return (await read(ctx).select({ id: programs.id }).from(programs).where(eq(programs.id, id))).length > 0
}
