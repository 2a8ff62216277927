import { and, count, eq, ne } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'

/** What a colleague is responsible for: shown before their access ends, since it stays under their name. */
export async function countOwnedWork(ctx: Ctx, userId: string): Promise<{ accounts: number; cases: number }> {
  authorise(ctx, 'users.read')
  const db = read(ctx)
  const [owned] = await db.select({ n: count() }).from(accounts).where(eq(accounts.ownerId, userId))
  const [open] = await db
    .select({ n: count() })
    .from(cases)
    .where(and(eq(cases.ownerId, userId), ne(cases.state, 'closed')))
  return { accounts: owned!.n, cases: open!.n }
}
