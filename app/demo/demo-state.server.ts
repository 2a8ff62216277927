import { and, desc, eq } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { isDeadHere } from '#app/jobs/holder.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { nameLock } from '#db/lock.ts'
import { emptyTables, isEmpty } from '#db/every-table.ts'
import { events } from '#db/schema/audit.ts'

const subject = { kind: 'demo', id: 'demo' }

export interface DemoState {
  state: 'none' | 'loading' | 'loaded' | 'removed'
  /** Milliseconds UTC. */
  at: number
  scale: number
  /** The process that loads it. */
  by: string
}

/** What this database knows of the demo: the newest of its own events. */
export async function getDemo(ctx: Ctx): Promise<DemoState> {
  const [last] = await read(ctx)
    .select({ type: events.type, at: events.at, data: events.data })
    .from(events)
    .where(and(eq(events.subjectKind, subject.kind), eq(events.subjectId, subject.id)))
    .orderBy(desc(events.id))
    .limit(1)
  const states = { 'demo.started': 'loading', 'demo.loaded': 'loaded', 'demo.removed': 'removed' } as const
  return {
    state: last ? states[last.type as keyof typeof states] : 'none',
    at: last?.at ?? 0,
    scale: Number(last?.data.scale ?? 1),
    by: String(last?.data.by ?? ''),
  }
}

const oneAtATime = nameLock('demo.load')

export type Beginning = 'begun' | 'loaded' | 'not_empty' | 'elsewhere'

/**
 * Takes this database for the demo when nothing was ever written to it, or when it holds a demo whose loading was
 * killed: that is taken away first, whole. `replace` takes away a finished demo as well, never anything else.
 */
export function beginDemo(
  ctx: Ctx,
  { scale, by, replace = false }: { scale: number; by: string; replace?: boolean },
): Promise<Beginning> {
  return write(as(ctx, system('demo')), async (ctx) => {
    await oneAtATime(ctx.tx)
    const { state, at, by: other } = await getDemo(ctx)
    if (state === 'removed' || (state === 'none' && !(await isEmpty(ctx.tx)))) return 'not_empty'
    if (state === 'loaded' && !replace) return 'loaded'
    // Somebody else loads it just now; on another host nobody can tell, and an hour is more than it takes.
    if (state === 'loading' && !isDeadHere(other) && at > ctx.now() - HOUR) return 'elsewhere'
    if (state !== 'none') await emptyTables(ctx.tx)
    await recordEvent(ctx, { type: 'demo.started', subject, data: { scale, by } })
    return 'begun'
  })
}

/** Says that it is whole. Later than its beginning by any clock: the newest word counts. */
export const finishDemo = (ctx: Ctx, { scale, by }: { scale: number; by: string }): Promise<string> =>
  write(as(ctx, system('demo')), async (ctx) => {
    const { at } = await getDemo(ctx)
    const now = Math.max(ctx.now(), at + 1)
    return recordEvent({ ...ctx, now: () => now }, { type: 'demo.loaded', subject, data: { scale, by } })
  })

/** The only trace of a demo that was taken away: it doesn't come back by itself. */
export const noteRemoved = (ctx: Ctx): Promise<string> =>
  write(ctx, (ctx) => recordEvent(ctx, { type: 'demo.removed', subject }))
