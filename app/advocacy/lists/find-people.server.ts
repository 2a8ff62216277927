import { and, eq, inArray, ne, or } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** Somebody whom a list names. */
export interface Listed {
  id: string
  name: string
  account: string | null
}

/**
 * People by what a list calls them, an e-mail address, an id of one's own or ours, as a function: null for who isn't
 * known, or was erased.
 */
export async function findPeople(ctx: Ctx, names: string[]): Promise<(name: string) => Listed | null> {
  const wanted = [...new Set(names.map((name) => name.slice(0, 254)))]
  const keys = wanted.map((name) => emailKey(name))
  const rows = wanted.length
    ? await read(ctx)
        .select({
          id: contacts.id,
          externalId: contacts.externalId,
          emailKey: contacts.emailKey,
          name: contacts.name,
          account: accounts.name,
        })
        .from(contacts)
        .leftJoin(accounts, eq(accounts.id, contacts.accountId))
        .where(
          and(
            ne(contacts.state, 'erased'),
            or(inArray(contacts.emailKey, keys), inArray(contacts.externalId, wanted), inArray(contacts.id, wanted)),
          ),
        )
    : []
  const known = new Map<string, Listed>()
  // An address says most, an id of one's own more than one of ours.
  for (const of of ['id', 'externalId', 'emailKey'] as const)
    for (const { id, name, account, ...row } of rows) {
      const key = of === 'id' ? id : row[of]
      if (key !== null) known.set(key, { id, name, account })
    }
  return (name) => known.get(emailKey(name)) ?? known.get(name) ?? null
}
