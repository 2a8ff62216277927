import { and, asc, eq, ne } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'

const most = 500

/** Programs by name, with the number of their current version; archived ones only when asked for. */
export async function listPrograms(ctx: Ctx, { archived = false }: { archived?: boolean } = {}) {
  authorise(ctx, 'programs.read')
  return read(ctx)
    .select({
      id: programs.id,
      name: programs.name,
      metric: programs.metric,
      kind: programs.kind,
      state: programs.state,
      outsideRules: programs.outsideRules,
      version: programVersions.number,
      updatedAt: programs.updatedAt,
    })
    .from(programs)
    .innerJoin(programVersions, eq(programVersions.id, programs.currentVersionId))
    .where(and(askedPrograms, archived ? eq(programs.state, 'archived') : ne(programs.state, 'archived')))
    .orderBy(asc(programs.name), asc(programs.id))
    .limit(most)
}
