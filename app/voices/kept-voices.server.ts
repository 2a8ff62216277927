import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '#app/audit/context.server.ts'
import { peopleKeptFrom } from '#app/responses/kept-from.server.ts'
import { voices } from '#db/schema/voices.ts'

/** The condition of every query that shows voices: what somebody wrote back who keeps an answer from who reads is not for them. */
export function voicesShownTo(ctx: Ctx): SQL | undefined {
  const people = peopleKeptFrom(ctx)
  return people
    ? sql`(case when ${voices.source} = 'reply' and ${voices.contactId} in ${people} then 0 else 1 end) = 1`
    : undefined
}
