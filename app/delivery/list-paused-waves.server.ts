import { count, desc, eq, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { invitations, waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** The waves that wait for somebody to go on, with how many people they have still to invite. */
export async function listPausedWaves(ctx: Ctx) {
  authorise(ctx, 'programs.read')
  const db = read(ctx)
  const paused = await db
    .select({ id: waves.id, program: programs.name, createdAt: waves.createdAt })
    .from(waves)
    .innerJoin(programs, eq(programs.id, waves.programId))
    .where(eq(waves.state, 'paused'))
    .orderBy(desc(waves.id))
    .limit(50)
  return Promise.all(
    paused.map(async (wave) => {
      const [left] = await db
        .select({ n: count() })
        .from(invitations)
        .where(sql`${invitations.waveId} = ${wave.id} and ${invitations.state} in ('planned', 'deferred', 'queued')`)
      return { ...wave, left: left!.n }
    }),
  )
}
