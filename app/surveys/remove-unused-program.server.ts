import { and, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { programs, programVersions } from '#db/schema/surveys.ts'

/**
 * Deletes a draft that nobody has edited since it was made; the caller has seen that nothing hangs on it. Recorded by
 * the event of the caller's run. @returns what it was called, or null when it stays
 */
export async function removeUnusedProgram({ tx }: TxCtx, id: string) {
  const untouched = and(eq(programs.id, id), eq(programs.state, 'draft'), eq(programs.updatedAt, programs.createdAt))
  const [program] = await tx.select().from(programs).where(untouched)
  if (!program) return null
  await tx.delete(programVersions).where(eq(programVersions.programId, id))
  await tx.delete(programs).where(eq(programs.id, id))
  return { name: program.name, metric: program.metric }
}
