import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '#app/audit/context.server.ts'
import { keptFrom } from '#app/responses/kept-from.server.ts'
import { responses } from '#db/schema/responses.ts'
import { voices } from '#db/schema/voices.ts'

/** The condition of every query that shows voices: what somebody wrote back who keeps an answer from who reads is not for them. */
export function voicesShownTo(ctx: Ctx): SQL | undefined {
  const kept = keptFrom(ctx)
  if (!kept) return undefined
  const people = sql`(select who.contact_id from ${responses} as who where who.id in ${kept} and who.contact_id is not null)`
  return sql`(case when ${voices.source} = 'reply' and ${voices.contactId} in ${people} then 0 else 1 end) = 1`
}
