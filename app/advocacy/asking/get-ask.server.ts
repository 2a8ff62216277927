import { eq } from 'drizzle-orm'
import { askKindAt } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** One ask with all that is known of it, and the words that a yes agrees to in both languages. @throws NotFound */
export async function getAsk(ctx: Ctx, id: string) {
  authorise(ctx, 'advocates.read')
  if (!isId(id)) throw new NotFound()
  const [row] = await read(ctx)
    .select({
      ask: asks,
      person: contacts.name,
      phone: contacts.phone,
      account: accounts.name,
      ownerId: accounts.ownerId,
      holder: users.name,
    })
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(accounts, eq(accounts.id, asks.accountId))
    .leftJoin(users, eq(users.id, asks.holderId))
    .where(eq(asks.id, id))
  if (!row) throw new NotFound()
  const { ask, ...more } = row
  const { wording } = (await askKindAt(ctx, ask.kind, ask.version)).content
  const company = (await getBrand(ctx)).name
  const lapsed = ask.state === 'reserved' && ask.reservedUntil <= ctx.now()
  return {
    ...ask,
    ...more,
    state: lapsed ? ('lapsed' as const) : ask.state,
    words: {
      en: wording.en.consent.replaceAll('{company}', company),
      ja: wording.ja.consent.replaceAll('{company}', company),
    },
    outline: wording[ask.language === 'ja' ? 'ja' : 'en'].body,
  }
}
