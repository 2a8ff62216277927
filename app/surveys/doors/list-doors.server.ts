import { asc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { programDoors } from '#db/schema/surveys.ts'

/** The doors of a program, the oldest first, without their secrets. */
export function listDoors(ctx: Ctx, programId: string) {
  authorise(ctx, 'programs.read')
  return read(ctx)
    .select({ id: programDoors.id, kind: programDoors.kind, name: programDoors.name, state: programDoors.state })
    .from(programDoors)
    .where(eq(programDoors.programId, programId))
    .orderBy(asc(programDoors.id))
}
