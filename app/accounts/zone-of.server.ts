import { eq, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'

const find = statement((db) =>
  db
    .select({ zone: contacts.zone })
    .from(contacts)
    .where(eq(contacts.id, sql.placeholder('id'))),
)

/** The time zone of a person, where it is known: the days that their own page names are days there. */
export async function zoneOf(ctx: Ctx, contactId: string): Promise<string | null> {
  return (await find(read(ctx), { id: contactId }))[0]?.zone ?? null
}
