import { eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { invitationLifetime } from '#app/delivery/planning.ts'
import { DAY } from '#app/platform/day.ts'
import { responseFilter, type ResponseFilter, type ResponseQuery } from '#app/responses/response-filter.ts'
import { waves } from '#db/schema/delivery.ts'
import { programDoors } from '#db/schema/surveys.ts'

/** A query as a filter; answers to a wave can only be of the days in which its links lived. */
export async function readFilter(ctx: Ctx, input: ResponseQuery): Promise<ResponseFilter> {
  const filter = responseFilter.parse(input)
  if (filter.door !== undefined) return ofDoor(ctx, filter, filter.door)
  if (filter.wave === undefined) return filter
  const [wave] = await read(ctx)
    .select({ createdAt: waves.createdAt, endedAt: waves.endedAt, programId: waves.programId })
    .from(waves)
    .where(eq(waves.id, filter.wave))
  if (!wave) return filter
  const first = Math.floor(wave.createdAt / DAY) - 1 // whatever the zone
  const last = wave.endedAt === null ? Infinity : Math.ceil((wave.endedAt + invitationLifetime) / DAY) + 1
  const to = Math.min(filter.to ?? Infinity, last)
  return {
    ...filter,
    program: filter.program ?? wave.programId,
    from: Math.max(filter.from ?? first, first),
    to: Number.isFinite(to) ? to : undefined,
  }
}

/** What came in by a door is of its program, and of the days since it opened. */
async function ofDoor(ctx: Ctx, filter: ResponseFilter, doorId: string): Promise<ResponseFilter> {
  const [door] = await read(ctx)
    .select({ createdAt: programDoors.createdAt, programId: programDoors.programId })
    .from(programDoors)
    .where(eq(programDoors.id, doorId))
  if (!door) return filter
  const first = Math.floor(door.createdAt / DAY) - 1 // whatever the zone
  return { ...filter, program: filter.program ?? door.programId, from: Math.max(filter.from ?? first, first) }
}
