import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { users } from '#db/schema/access.ts'
import { events } from '#db/schema/audit.ts'

export const eventFilter = z.object({
  /** A whole type, or a room with its dot: `cases.`. */
  type: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]*$/)
    .optional()
    .catch(undefined),
  after: z
    .string()
    .regex(/^evt_[0-9a-z]{25}$/)
    .optional()
    .catch(undefined),
})

const PAGE = 50
/** Rows looked through in one request: a filter that fits nothing must not read the whole history. */
const WINDOW = 5_000

/** What happened, the newest first. `next` goes on, also after a stretch in which nothing fitted the filter. */
export async function listEvents(ctx: Ctx, filter: z.input<typeof eventFilter> = {}) {
  const { type, after } = eventFilter.parse(filter)
  authorise(ctx, 'audit.read')
  const db = read(ctx)
  const before = after ? lt(events.id, after) : undefined
  let floor: string | undefined
  if (type) {
    const window = db
      .select({ id: events.id })
      .from(events)
      .where(before)
      .orderBy(desc(events.id))
      .limit(1)
      .offset(WINDOW - 1)
    floor = (await window)[0]?.id
  }
  const fits = type
    ? type.endsWith('.')
      ? sql`substr(${events.type}, 1, ${type.length}) = ${type}`
      : eq(events.type, type)
    : undefined
  const rows = await db
    .select()
    .from(events)
    .where(and(before, fits, floor ? sql`${events.id} >= ${floor}` : undefined))
    .orderBy(desc(events.id))
    .limit(PAGE + 1)
  const page = rows.slice(0, PAGE)
  const names = await namesOf(ctx, page)
  return {
    events: page.map((row) => ({ ...row, actorName: row.actorId ? (names.get(row.actorId) ?? null) : null })),
    next: rows.length > PAGE ? page.at(-1)!.id : (floor ?? null),
  }
}

async function namesOf(ctx: Ctx, rows: { actorKind: string; actorId: string | null }[]) {
  const ids = [...new Set(rows.flatMap((row) => (row.actorKind === 'user' && row.actorId ? [row.actorId] : [])))]
  if (!ids.length) return new Map<string, string>()
  const found = await read(ctx).select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return new Map(found.map((row) => [row.id, row.name]))
}
