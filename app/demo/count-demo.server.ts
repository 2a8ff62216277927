import { count } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'

/** How much there is to lose: said before a demo is taken away. */
export async function countDemo(ctx: Ctx) {
  authorise(ctx, 'settings.edit')
  const of = async (table: typeof accounts | typeof contacts | typeof responses | typeof cases) => {
    const [row] = await read(ctx).select({ n: count() }).from(table)
    return row!.n
  }
  return {
    accounts: await of(accounts),
    contacts: await of(contacts),
    responses: await of(responses),
    cases: await of(cases),
  }
}
