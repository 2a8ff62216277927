import { eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import type { Class } from '#db/enums/statistics.ts'
import { statement } from '#db/statement.ts'

const mark = statement((db) =>
  db
    .update(contacts)
    .set({ lastAnsweredAt: sql`${sql.placeholder('at')}`, lastClass: sql`${sql.placeholder('class')}` })
    .where(eq(contacts.id, sql.placeholder('contactId'))),
)

/** Remembers with a person when they last answered, and how they felt; null where no answer stands, or it is not for everybody to see. */
export async function markAnswered(
  ctx: TxCtx,
  input: { contactId: string; at: number | null; class: Class | null },
): Promise<void> {
  await mark(ctx.tx, { ...input })
}
