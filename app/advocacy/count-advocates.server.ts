import { count, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { advocates } from '#db/schema/advocacy.ts'

/** Beyond it a page says so instead of counting on. */
export const mostAdvocates = 1_000

/** How many people wait to be asked, and how many have agreed to be asked; each up to 1,000. */
export async function countAdvocates(ctx: Ctx): Promise<{ candidate: number; active: number }> {
  authorise(ctx, 'advocates.read')
  const db = read(ctx)
  const upTo = async (state: 'candidate' | 'active') => {
    const some = db
      .select({ id: advocates.contactId })
      .from(advocates)
      .where(sql`${advocates.state} = ${state}`)
      .limit(mostAdvocates)
      .as('some')
    return (await db.select({ n: count() }).from(some))[0]!.n
  }
  return { candidate: await upTo('candidate'), active: await upTo('active') }
}
