import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { DoorLink } from '#app/surveys/doors/door-token.server.ts'
import type { OneDoor } from '#app/surveys/doors/door.ts'
import { programDoors, programVersions, programs } from '#db/schema/surveys.ts'
import { statement } from '#db/statement.ts'

export type Door = typeof programDoors.$inferSelect

const find = statement((db) =>
  db
    .select({ door: programDoors, program: programs })
    .from(programDoors)
    .innerJoin(programs, eq(programs.id, programDoors.programId))
    .where(eq(programDoors.id, sql.placeholder('id'))),
)

/** A door with its program, whoever asks: it serves customers' links. */
export async function findDoor(ctx: Ctx, id: string) {
  const [found] = await find(read(ctx), { id })
  return found ?? null
}
export type FoundDoor = NonNullable<Awaited<ReturnType<typeof findDoor>>>

/** Why a door lets nobody in; null when it does. */
export type DoorClosed = 'unknown' | 'revoked' | 'shut'

/** Only of a program that is live: a door invites, where a mail has invited already. */
export function doorClosedBecause(found: FoundDoor | null, { gen }: Pick<DoorLink, 'gen'>): DoorClosed | null {
  if (!found) return 'unknown'
  if (found.door.gen !== gen) return 'revoked'
  return found.door.state === 'open' && found.program.state === 'live' ? null : 'shut'
}

/** The version of a program's words that was shown at an instant. */
export async function versionShownAt(ctx: Ctx, programId: string, at: number): Promise<string | null> {
  const [version] = await read(ctx)
    .select({ id: programVersions.id })
    .from(programVersions)
    .where(and(eq(programVersions.programId, programId), lte(programVersions.createdAt, at)))
    .orderBy(desc(programVersions.number))
    .limit(1)
  return version?.id ?? null
}

/** A door of this program, for its page. @throws NotFound */
export async function doorOf(ctx: Ctx, { id, programId }: OneDoor): Promise<FoundDoor> {
  const found = await findDoor(ctx, id)
  if (!found || found.door.programId !== programId) throw new NotFound()
  return found
}
