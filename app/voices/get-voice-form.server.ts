import { and, asc, eq, ne } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** What the form about an account offers: its people, the colleagues, and today as the latest day. @throws NotFound */
export async function getVoiceForm(ctx: Ctx, accountId: string) {
  authorise(ctx, 'voices.edit')
  if (!isId(accountId)) throw new NotFound()
  const db = read(ctx)
  const [account] = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  if (!account) throw new NotFound()
  const people = await db
    .select({ value: contacts.id, label: contacts.name })
    .from(contacts)
    .where(and(eq(contacts.accountId, accountId), ne(contacts.state, 'erased')))
    .orderBy(asc(contacts.nameKey), asc(contacts.id))
    .limit(500)
  const { zone } = await getOrganisation(ctx)
  return {
    account,
    people,
    colleagues: (await listColleagues(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    latest: isoOfDay(dayOf(ctx.now(), zone)),
  }
}
