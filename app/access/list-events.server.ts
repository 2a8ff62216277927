import { and, asc, desc, eq, gte, inArray, lt, ne, sql, type SQL } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { firstId } from '#app/platform/ids.server.ts'
import { users } from '#db/schema/access.ts'
import { actorKinds, events } from '#db/schema/audit.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined)

export const eventFilter = z.object({
  /** A whole type, or a room with its dot: `cases.`. */
  type: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]*$/)
    .optional()
    .catch(undefined),
  /** The id of a colleague, or a kind of actor: `system`. */
  who: z
    .string()
    .regex(/^(usr_[\w-]{1,60}|contact|key|system|anonymous)$/)
    .optional()
    .catch(undefined),
  /** One thing: `case:cas_…`. */
  about: z
    .string()
    .regex(/^[a-z_]{1,30}:[\w.-]{1,80}$/)
    .optional()
    .catch(undefined),
  /** Days of the organisation's zone, both included. */
  from: day,
  to: day,
  after: z
    .string()
    .regex(/^evt_[0-9a-z]{25}$/)
    .optional()
    .catch(undefined),
})

/** What rooms below leave out for who reads: they know what was kept from whom. */
export type NarrowEvents = (ctx: Ctx) => SQL | undefined
const asTheyAre: NarrowEvents = () => undefined

const PAGE = 50
/** Rows looked through in one request: a filter that fits nothing must not read the whole history. */
const WINDOW = 5_000

/** What happened, the newest first. `next` goes on, also after a stretch in which nothing fitted the filter. */
export async function listEvents(ctx: Ctx, filter: z.input<typeof eventFilter> = {}, narrow: NarrowEvents = asTheyAre) {
  const { type, who, about, from, to, after } = eventFilter.parse(filter)
  authorise(ctx, 'audit.read')
  const db = read(ctx)
  const { zone } = from || to ? await getOrganisation(ctx) : { zone: 'UTC' }
  const first = from ? startOf(from, zone, 0) : null
  const end = to ? startOf(to, zone, 1) : null
  const within: (SQL | undefined)[] = [
    after ? lt(events.id, after) : undefined,
    end ? lt(events.id, end) : undefined,
    first ? gte(events.id, first) : undefined,
    about ? aboutThing(about) : undefined,
  ]
  let floor: string | undefined
  if ((type || who) && !about) {
    const window = db
      .select({ id: events.id })
      .from(events)
      .where(and(...within))
      .orderBy(desc(events.id))
      .limit(1)
      .offset(WINDOW - 1)
    floor = (await window)[0]?.id
  }
  const rows = await db
    .select()
    .from(events)
    .where(and(...within, narrow(ctx), ofType(type), byWhom(who), floor ? gte(events.id, floor) : undefined))
    .orderBy(desc(events.id))
    .limit(PAGE + 1)
  const page = rows.slice(0, PAGE)
  const names = await namesOf(ctx, page)
  return {
    events: page.map((row) => ({ ...row, actorName: row.actorId ? (names.get(row.actorId) ?? null) : null })),
    next: rows.length > PAGE ? page.at(-1)!.id : (floor ?? null),
  }
}

/** Ids carry their time, so a day is a range of them. Null when there is no such day. */
function startOf(iso: string, zone: string, plusDays: number): string | null {
  const at = DateTime.fromISO(iso, { zone }).plus({ days: plusDays })
  return at.isValid && at.toMillis() > 0 ? firstId('evt', at.toMillis()) : null
}

function ofType(type: string | undefined) {
  if (!type) return undefined
  return type.endsWith('.') ? sql`substr(${events.type}, 1, ${type.length}) = ${type}` : eq(events.type, type)
}

function byWhom(who: string | undefined) {
  if (!who) return undefined
  const kind = actorKinds.find((one) => one === who)
  return kind ? eq(events.actorKind, kind) : and(eq(events.actorKind, 'user'), eq(events.actorId, who))
}

function aboutThing(about: string) {
  const at = about.indexOf(':')
  return and(eq(events.subjectKind, about.slice(0, at)), eq(events.subjectId, about.slice(at + 1)))
}

/** Everybody who may have done something, those who have left last. */
export async function listActors(ctx: Ctx) {
  authorise(ctx, 'audit.read')
  const columns = { id: users.id, name: users.name }
  const db = read(ctx)
  const here = await db.select(columns).from(users).where(ne(users.state, 'ended')).orderBy(asc(users.name)).limit(300)
  const gone = await db.select(columns).from(users).where(eq(users.state, 'ended')).orderBy(asc(users.name)).limit(100)
  return { here, gone }
}

async function namesOf(ctx: Ctx, rows: { actorKind: string; actorId: string | null }[]) {
  const ids = [...new Set(rows.flatMap((row) => (row.actorKind === 'user' && row.actorId ? [row.actorId] : [])))]
  if (!ids.length) return new Map<string, string>()
  const found = await read(ctx).select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return new Map(found.map((row) => [row.id, row.name]))
}
