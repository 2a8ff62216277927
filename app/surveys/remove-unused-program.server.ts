import { and, eq, notExists } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { programDoors, programs, programVersions } from '#db/schema/surveys.ts'

/**
 * Deletes a draft that nobody has edited since it was made; the caller has seen that nothing hangs on it. Recorded by
 * the event of the caller's run. @returns what it was called, or null when it stays
 */
export async function removeUnusedProgram({ tx }: TxCtx, id: string) {
  const doors = tx.select({ id: programDoors.id }).from(programDoors).where(eq(programDoors.programId, id))
  const untouched = and(
    eq(programs.id, id),
    eq(programs.state, 'draft'),
    eq(programs.updatedAt, programs.createdAt),
    notExists(doors),
  )
  const [program] = await tx.select().from(programs).where(untouched)
  if (!program) return null
  await tx.delete(programVersions).where(eq(programVersions.programId, id))
  await tx.delete(programs).where(eq(programs.id, id))
  return { name: program.name, metric: program.metric }
}
