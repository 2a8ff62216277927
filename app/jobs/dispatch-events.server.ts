import { inArray, sql } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import type { Registry } from '#app/jobs/job.ts'
import { eventKind } from '#app/jobs/run-job.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { skipLocked } from '#db/fragments.ts'
import { statement } from '#db/statement.ts'
import { events } from '#db/schema/audit.ts'
import { jobs } from '#db/schema/jobs.ts'

const batch = 200

const anyNew = statement((db) =>
  db
    .select({ id: events.id })
    .from(events)
    .where(sql`${events.dispatchedAt} is null`)
    .limit(1),
)

/**
 * Makes one job per subscriber of each new event, and marks the events in the same transaction: each subscriber is
 * told once, however many workers there are. Events that nobody listens to cost their share of one update.
 * @returns how many events were dispatched; 200 means that there may be more
 */
export async function dispatchEvents(ctx: Ctx, subscribers: Registry['eventSubscribers']): Promise<number> {
  const [waiting] = await anyNew(ctx.store.db)
  if (!waiting) return 0

  return write(ctx, async ({ tx, now }) => {
    const at = now()
    const found = await tx
      .select({ id: events.id, type: events.type })
      .from(events)
      .where(sql`${events.dispatchedAt} is null order by ${events.id} limit ${batch} ${skipLocked()}`)
    if (!found.length) return 0
    const told = found.flatMap((event) =>
      (subscribers[event.type] ?? []).map(({ name }) => ({
        id: newId('job', at),
        kind: eventKind,
        key: `event/${event.id}/${name}`,
        payload: { event: event.id, subscriber: name, type: event.type },
        state: 'ready' as const,
        runAt: at,
        attempt: 0,
        maxAttempts: 8,
        createdAt: at,
      })),
    )
    for (let i = 0; i < told.length; i += batch) {
      await tx
        .insert(jobs)
        .values(told.slice(i, i + batch))
        .onConflictDoNothing({ target: jobs.key })
    }
    await tx
      .update(events)
      .set({ dispatchedAt: at })
      .where(
        inArray(
          events.id,
          found.map((event) => event.id),
        ),
      )
    return found.length
  })
}
