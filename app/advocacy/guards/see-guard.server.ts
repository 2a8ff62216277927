import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { guardKinds, seenDays, type GuardKind } from '#app/advocacy/guards/guard.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { DAY } from '#app/platform/day.ts'
import { users } from '#db/schema/access.ts'
import { events } from '#db/schema/audit.ts'

export const seeGuardInput = z.object({ guard: z.enum(guardKinds), verb: z.enum(['see', 'show']) })

const types = { see: 'advocacy.guard_seen', show: 'advocacy.guard_shown' }

/** Somebody has seen a warning and will see to it. */
export interface Seen {
  by: string | null
  until: number
}

/**
 * Puts a warning aside for everybody for 30 days (`see`), or shows it again (`show`). Its event is all that is kept: the audit
 * says who answers for it, and after 30 days it counts no more.
 */
export async function seeGuard(ctx: Ctx, input: z.input<typeof seeGuardInput>): Promise<void> {
  const { guard, verb } = seeGuardInput.parse(input)
  authorise(ctx, 'advocates.edit')
  await write(
    ctx,
    async (ctx) => void (await recordEvent(ctx, { type: types[verb], subject: { kind: 'guard', id: guard } })),
  )
}

/** Which warnings are put aside just now. */
export async function seenGuards(ctx: Ctx): Promise<Map<GuardKind, Seen>> {
  const seen = new Map<GuardKind, Seen>()
  for (const kind of guardKinds) {
    const [last] = await read(ctx)
      .select({ type: events.type, at: events.at, by: users.name })
      .from(events)
      .leftJoin(users, eq(users.id, events.actorId))
      .where(
        and(
          eq(events.subjectKind, 'guard'),
          eq(events.subjectId, kind),
          inArray(events.type, Object.values(types)),
          gt(events.at, ctx.now() - seenDays * DAY),
        ),
      )
      .orderBy(desc(events.id))
      .limit(1)
    if (last?.type === types.see) seen.set(kind, { by: last.by, until: last.at + seenDays * DAY })
  }
  return seen
}
