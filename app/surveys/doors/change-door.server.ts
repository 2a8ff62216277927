import { eq, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { makeDoorSecret } from '#app/surveys/doors/door-secret.server.ts'
import { doorStateSchema, editDoorSchema, oneDoorSchema, type EditDoor, type OneDoor } from '#app/surveys/doors/door.ts'
import { doorOf, type Door } from '#app/surveys/doors/find-door.server.ts'
import { programDoors } from '#db/schema/surveys.ts'

/** What is set, and what its event says beside the door; null when nothing changes. */
interface Change {
  set: { [K in keyof Door]?: Door[K] | SQL }
  event: string
  data?: Record<string, unknown>
}

async function change(ctx: Ctx, of: OneDoor, decide: (door: Door, ctx: TxCtx) => Change | null): Promise<Door> {
  authorise(ctx, 'programs.edit')
  return write(ctx, async (ctx) => {
    const { door, program } = await doorOf(ctx, of)
    if (program.state === 'archived') throw new Conflict('program_archived')
    const decided = decide(door, ctx)
    if (!decided) return door
    const [changed] = await ctx.tx
      .update(programDoors)
      .set(decided.set as Partial<Door>)
      .where(eq(programDoors.id, door.id))
      .returning()
    await recordEvent(ctx, {
      type: decided.event,
      subject: { kind: 'program', id: door.programId },
      data: { doorId: door.id, ...decided.data },
    })
    return changed!
  })
}

/** Changes what a door is called, how much it takes, and who may show it. */
export function editDoor(ctx: Ctx, input: EditDoor): Promise<Door> {
  const { name, perHour, origins, anonymous, ...of } = editDoorSchema.parse(input)
  return change(ctx, of, (door) => {
    const own = { name, perHour }
    const set = door.kind === 'widget' ? { ...own, origins, anonymous } : own
    return { set, event: 'surveys.door_edited', data: { kind: door.kind } }
  })
}

/** Shuts a door, or opens it again; what came in stays. Asking for the state it has changes nothing. */
export function setDoorState(ctx: Ctx, input: z.input<typeof doorStateSchema>): Promise<Door> {
  const { to, ...of } = doorStateSchema.parse(input)
  return change(ctx, of, (door) =>
    door.state === to
      ? null
      : { set: { state: to }, event: to === 'shut' ? 'surveys.door_shut' : 'surveys.door_opened' },
  )
}

/** Gives a door a new link. What was printed or built in before leads nowhere from now on. */
export function replaceDoorLink(ctx: Ctx, input: OneDoor): Promise<Door> {
  return change(ctx, oneDoorSchema.parse(input), (door) => ({
    set: { gen: door.gen + 1 },
    event: 'surveys.door_link_replaced',
    data: { gen: door.gen + 1 },
  }))
}

/** Gives a widget a new secret, shown here once. Ids that were signed with the old one are refused from now on. */
export async function replaceDoorSecret(ctx: Ctx, input: OneDoor): Promise<{ secret: string }> {
  let secret = ''
  await change(ctx, oneDoorSchema.parse(input), (door, ctx) => {
    if (door.kind !== 'widget') throw new Conflict('door_without_secret')
    const made = makeDoorSecret(ctx)
    secret = made.secret
    return { set: { secret: made.stored }, event: 'surveys.door_secret_replaced' }
  })
  return { secret }
}
