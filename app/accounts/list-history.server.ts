import { desc, eq, type SQL } from 'drizzle-orm'
import { users } from '#db/schema/access.ts'
import { holds } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import type { Db } from '#db/store/store.ts'

const shownHolds = 20
const shownEvents = 50

/** What holds a company (`acc:<id>`) or a person (`con:<id>`) back just now. */
export const listHolds = (db: Db, subjectKey: string) =>
  db
    .select({ reason: holds.reason, at: holds.at, until: holds.until })
    .from(holds)
    .where(eq(holds.subjectKey, subjectKey))
    .limit(shownHolds)

/** The newest events of a company or a person, with the name of the colleague behind each. */
export const listHistory = (db: Db, of: SQL) =>
  db
    .select({
      id: events.id,
      at: events.at,
      type: events.type,
      actorKind: events.actorKind,
      actorName: users.name,
      data: events.data,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(of)
    .orderBy(desc(events.id))
    .limit(shownEvents)
