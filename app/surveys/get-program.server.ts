import { eq, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'
import { brands } from '#db/schema/platform.ts'
import { statement } from '#db/statement.ts'

const find = statement((db) =>
  db
    .select({ program: programs, version: programVersions, brand: brands })
    .from(programs)
    .innerJoin(programVersions, eq(programVersions.id, programs.currentVersionId))
    .innerJoin(brands, eq(brands.id, programs.brandId))
    .where(eq(programs.id, sql.placeholder('id'))),
)

const findByVersion = statement((db) =>
  db
    .select({ program: programs, version: programVersions, brand: brands })
    .from(programVersions)
    .innerJoin(programs, eq(programs.id, programVersions.programId))
    .innerJoin(brands, eq(brands.id, programs.brandId))
    .where(eq(programVersions.id, sql.placeholder('id'))),
)

/** A program with a version of its words and the brand that asks. */
export interface ProgramInFull {
  program: typeof programs.$inferSelect
  version: typeof programVersions.$inferSelect
  brand: typeof brands.$inferSelect
}

/** A program with its current words. @throws NotFound, also of the hidden one, which nobody edits or launches */
export async function getProgram(ctx: Ctx, id: string): Promise<ProgramInFull> {
  authorise(ctx, 'programs.read')
  const [found] = await find(read(ctx), { id })
  if (!found || found.program.kind === 'recovery') throw new NotFound()
  return found
}

/** The program of a version, with the words of that version: what an invitation was sent with. Asks no permission: it serves customers' links and mails. */
export async function getProgramByVersion(ctx: Ctx, versionId: string): Promise<ProgramInFull | null> {
  const [found] = await findByVersion(read(ctx), { id: versionId })
  return found ?? null
}
