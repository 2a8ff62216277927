import { and, desc, eq, inArray } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { waves } from '#db/schema/delivery.ts'
import { programVersions } from '#db/schema/surveys.ts'

/** The newest waves of a program. */
export async function listWaves(ctx: Ctx, programId: string) {
  authorise(ctx, 'programs.read')
  return read(ctx)
    .select({
      id: waves.id,
      state: waves.state,
      counts: waves.counts,
      createdAt: waves.createdAt,
      endedAt: waves.endedAt,
      version: programVersions.number,
    })
    .from(waves)
    .innerJoin(programVersions, eq(programVersions.id, waves.versionId))
    .where(eq(waves.programId, programId))
    .orderBy(desc(waves.id))
    .limit(50)
}

/** The wave that keeps a program from another one, or null. */
export async function getOpenWave(ctx: Ctx, programId: string): Promise<string | null> {
  authorise(ctx, 'programs.read')
  const [wave] = await read(ctx)
    .select({ id: waves.id })
    .from(waves)
    .where(
      and(
        eq(waves.programId, programId),
        inArray(waves.state, ['scheduled', 'planning', 'ready', 'sending', 'paused']),
      ),
    )
  return wave?.id ?? null
}
