import { and, count, eq } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { makeDoorSecret } from '#app/surveys/doors/door-secret.server.ts'
import { createDoorSchema, mostDoors, type CreateDoor } from '#app/surveys/doors/door.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { programDoors, programs } from '#db/schema/surveys.ts'

/**
 * Opens a way into a program beside the mail. The `secret` of a widget is given here, once.
 * @throws Conflict when the program is archived, or has 50 doors
 */
export async function createDoor(
  ctx: Ctx,
  input: CreateDoor,
): Promise<{ door: typeof programDoors.$inferSelect; secret: string | null }> {
  const given = createDoorSchema.parse(input)
  authorise(ctx, 'programs.edit')
  return write(ctx, async (ctx) => {
    const [program] = await ctx.tx
      .select({ state: programs.state })
      .from(programs)
      .where(and(askedPrograms, eq(programs.id, given.programId)))
    if (!program) throw new NotFound()
    if (program.state === 'archived') throw new Conflict('program_archived')
    const [known] = await ctx.tx
      .select({ n: count() })
      .from(programDoors)
      .where(eq(programDoors.programId, given.programId))
    if (known!.n >= mostDoors) throw new Conflict('too_many_doors', { n: mostDoors })
    const widget = given.kind === 'widget'
    const made = widget ? makeDoorSecret(ctx) : null
    const [door] = await ctx.tx
      .insert(programDoors)
      .values({
        id: newId('dor', ctx.now()),
        programId: given.programId,
        kind: given.kind,
        name: given.name,
        state: 'open',
        gen: 1,
        origins: widget ? given.origins : [],
        secret: made?.stored ?? null,
        anonymous: !widget || given.anonymous,
        perHour: given.perHour,
        createdBy: ctx.actor.id ?? ctx.actor.kind,
        createdAt: ctx.now(),
      })
      .returning()
    await recordEvent(ctx, {
      type: 'surveys.door_created',
      subject: { kind: 'program', id: given.programId },
      data: { doorId: door!.id, kind: given.kind },
    })
    return { door: door!, secret: made?.secret ?? null }
  })
}
