import { desc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { programVersions } from '#db/schema/surveys.ts'

/** The versions of a program's words, newest first. */
export async function listVersions(ctx: Ctx, programId: string) {
  authorise(ctx, 'programs.read')
  return read(ctx)
    .select()
    .from(programVersions)
    .where(eq(programVersions.programId, programId))
    .orderBy(desc(programVersions.number))
    .limit(100)
}
