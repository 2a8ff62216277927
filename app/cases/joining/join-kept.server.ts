import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { caseFiles, caseMails, caseTasks } from '#db/schema/cases-replies.ts'

/**
 * Mails, files and tasks of a case that goes on in another. A step that both have stands there once, done if
 * either was, and taken off only if both were.
 */
export async function joinKept({ tx }: TxCtx, { from, into }: { from: string; into: string }): Promise<void> {
  await tx.update(caseMails).set({ caseId: into }).where(eq(caseMails.caseId, from))
  await tx.update(caseFiles).set({ caseId: into }).where(eq(caseFiles.caseId, from))
  const steps = await tx
    .select()
    .from(caseTasks)
    .where(and(inArray(caseTasks.caseId, [from, into]), isNotNull(caseTasks.stepId)))
  for (const mine of steps.filter((step) => step.caseId === from)) {
    const same = steps.find((step) => step.caseId === into && step.playbookId === mine.playbookId && step.stepId === mine.stepId) // prettier-ignore
    if (!same) continue
    await tx.delete(caseTasks).where(eq(caseTasks.id, mine.id))
    if (same.removedAt !== null && mine.removedAt === null)
      await tx.update(caseTasks).set({ removedAt: null }).where(eq(caseTasks.id, same.id))
    if (same.doneAt === null && mine.doneAt !== null)
      await tx.update(caseTasks).set({ doneAt: mine.doneAt, doneBy: mine.doneBy }).where(eq(caseTasks.id, same.id))
  }
  await tx.update(caseTasks).set({ caseId: into }).where(eq(caseTasks.caseId, from))
}
