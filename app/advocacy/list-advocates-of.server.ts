import { asc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'

const most = 200

/** The advocates of one account and who may become one, by name. */
export async function listAdvocatesOf(ctx: Ctx, accountId: string) {
  authorise(ctx, 'advocates.read')
  return read(ctx)
    .select({
      contactId: advocates.contactId,
      name: contacts.name,
      state: advocates.state,
      nominatedAt: advocates.nominatedAt,
    })
    .from(contacts)
    .innerJoin(advocates, eq(advocates.contactId, contacts.id))
    .where(eq(contacts.accountId, accountId))
    .orderBy(asc(contacts.nameKey), asc(contacts.id))
    .limit(most)
}
