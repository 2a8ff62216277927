import { eq } from 'drizzle-orm'
import { holds } from '#db/schema/accounts.ts'
import type { Db } from '#db/store/store.ts'

const shownHolds = 20

/** What holds a company (`acc:<id>`) or a person (`con:<id>`) back just now. */
export const listHolds = (db: Db, subjectKey: string) =>
  db
    .select({ reason: holds.reason, at: holds.at, until: holds.until })
    .from(holds)
    .where(eq(holds.subjectKey, subjectKey))
    .limit(shownHolds)
