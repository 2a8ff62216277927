import { eq, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { defaultRules } from '#app/delivery/default-rules.ts'
import type { ContactRules } from '#db/enums/delivery.ts'
import { users } from '#db/schema/access.ts'
import { contactRules } from '#db/schema/delivery.ts'
import { statement } from '#db/statement.ts'

const id = 'main'

const find = statement((db) =>
  db
    .select({ rules: contactRules.rules })
    .from(contactRules)
    .where(eq(contactRules.id, sql.placeholder('id'))),
)

/** How often and when people may be written to; the defaults until somebody sets it. Open to every room. */
export async function findContactRules(ctx: Ctx): Promise<ContactRules> {
  const [row] = await find(read(ctx), { id })
  return row?.rules ?? defaultRules
}

/** The same for its page, with who set it and when. */
export async function getContactRules(ctx: Ctx) {
  authorise(ctx, 'programs.read')
  const [row] = await read(ctx)
    .select({ rules: contactRules.rules, at: contactRules.updatedAt, by: users.name })
    .from(contactRules)
    .leftJoin(users, eq(users.id, contactRules.updatedBy))
    .where(eq(contactRules.id, id))
  return { rules: row?.rules ?? defaultRules, saved: row ? { at: row.at, by: row.by } : null }
}
