import { and, eq, lt } from 'drizzle-orm'
import { system, type Actor } from '#app/audit/actor.ts'
import { as, read, write, type Ctx } from '#app/audit/context.server.ts'
import { exported } from '#app/audit/export/open-export.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { exports } from '#db/schema/audit.ts'

/** Who takes nothing for so long has stopped: a living export writes every two seconds while it is taken. */
const silent = 30 * MINUTE
/** The event stays for good; the row is for who asked. */
const keptDays = 90
const batch = 200

/** Gives its event to every export whose process died, and forgets rows that are over for long. */
export async function endLostExports(ctx: Ctx): Promise<void> {
  const before = ctx.now() - silent
  const lost = await read(ctx)
    .select()
    .from(exports)
    .where(and(eq(exports.state, 'running'), lt(exports.seenAt, before)))
    .limit(batch)
  for (const one of lost) {
    await write(as(ctx, whoBegan(one)), async (ctx) => {
      const [ended] = await ctx.tx
        .update(exports)
        .set({ state: 'lost', endedAt: ctx.now() })
        .where(and(eq(exports.id, one.id), eq(exports.state, 'running'), lt(exports.seenAt, before)))
        .returning({ id: exports.id })
      if (!ended) return
      const { list, format, filter, rows, replaced, replacedRows } = one
      await recordEvent(ctx, {
        type: exported,
        subject: { kind: 'export', id: one.id },
        data: { list, format, filter, rows, replaced, replacedRows, ended: 'lost' },
      })
    })
  }
  const old = await read(ctx)
    .select({ id: exports.id })
    .from(exports)
    .where(lt(exports.startedAt, ctx.now() - keptDays * DAY))
    .limit(batch)
  for (const { id } of old)
    await write(ctx, (ctx) => ctx.tx.delete(exports).where(and(eq(exports.id, id), lt(exports.seenAt, before))))
}

function whoBegan({ actorKind, actorId }: typeof exports.$inferSelect): Actor {
  if (actorKind === 'user' && actorId !== null) return { kind: 'user', id: actorId, roles: [], teamId: null, name: '' }
  return system(actorId ?? 'export')
}
