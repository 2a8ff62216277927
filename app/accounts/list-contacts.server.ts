import { and, asc, desc, eq, gt, inArray, lt, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { searchedInside } from '#app/accounts/list-accounts.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { languages } from '#app/platform/languages.ts'
import { emailKey, fold } from '#app/platform/text.ts'
import { contactStates } from '#db/enums/accounts.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { contains, startsWith } from '#db/fragments.ts'
import { above, below } from '#db/keyset.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

export const contactFilter = z.object({
  q: z.string().max(100).optional().catch(undefined),
  account: z.string().max(64).optional().catch(undefined),
  state: z.enum(contactStates).optional().catch(undefined),
  language: z.enum(languages).optional().catch(undefined),
  sort: z.enum(['name', '-name', 'new', '-new']).catch('name').default('name'),
  after: z.string().max(64).optional().catch(undefined),
})
export type ContactFilter = z.output<typeof contactFilter>

const pageSize = 50

/**
 * People by filter, in order. Filters that no index serves look through 20,000 people at a time: a page may then be
 * short although `next` goes on.
 */
export async function listContacts(ctx: Ctx, input: z.input<typeof contactFilter> = {}) {
  const filter = contactFilter.parse(input)
  authorise(ctx, 'accounts.read')
  const named = can(ctx.actor, 'responses.names') // who may not know who was unhappy sees no class beside a name
  const db = read(ctx)
  const falling = filter.sort.startsWith('-')
  const key = filter.sort.endsWith('new') ? contacts.id : contacts.sortKey
  const order = falling ? [desc(key), desc(contacts.id)] : [asc(key), asc(contacts.id)]
  const from = await past(ctx, filter.after, key === contacts.id, falling)
  const { anchored, loose } = contactConditions(ctx, filter)
  const window = (limit: number, offset = 0) =>
    db
      .select({ id: contacts.id, state: contacts.state, language: contacts.language })
      .from(contacts)
      .where(and(anchored, from))
      .orderBy(...order)
      .limit(limit)
      .offset(offset)
  const scanned = window(loose ? searchedInside : pageSize + 1).as('scanned')
  const rows = await db
    .select({
      id: contacts.id,
      name: contacts.name,
      email: contacts.email,
      title: contacts.title,
      department: contacts.department,
      language: contacts.language,
      state: contacts.state,
      isTest: contacts.isTest,
      isShared: contacts.isShared,
      nameKana: contacts.nameKana,
      lastClass: contacts.lastClass,
      lastAnsweredAt: contacts.lastAnsweredAt,
      accountId: contacts.accountId,
      accountName: accounts.name,
    })
    .from(scanned)
    .innerJoin(contacts, eq(contacts.id, scanned.id))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(
      and(
        filter.state ? eq(scanned.state, filter.state) : undefined,
        filter.language ? eq(scanned.language, filter.language) : undefined,
      ),
    )
    .orderBy(...order)
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  let last: { id: string } | undefined = rows.length > pageSize ? page.at(-1) : undefined
  if (loose && !last) [last] = await window(1, searchedInside - 1)
  return {
    contacts: page.map((row) => (named ? row : { ...row, lastClass: null })),
    filter,
    total: loose ? null : await countUpTo(db, contacts, anchored),
    next: last?.id ?? null,
  }
}

/** What a filter asks of a person: what an index serves, and what it doesn't. */
export const contactConditions = (ctx: Ctx, filter: ContactFilter) => ({
  anchored: and(filter.account ? eq(contacts.accountId, filter.account) : undefined, search(ctx, filter.q)),
  loose: and(
    filter.state ? eq(contacts.state, filter.state) : undefined,
    filter.language ? eq(contacts.language, filter.language) : undefined,
  ),
})

export type ListedContact = Awaited<ReturnType<typeof listContacts>>['contacts'][number]

/** The people after the one that the page before ended with; from the start when they are gone. */
async function past(ctx: Ctx, after: string | undefined, byId: boolean, falling: boolean): Promise<SQL | undefined> {
  if (!after) return undefined
  const [last] = await read(ctx)
    .select({ id: contacts.id, key: contacts.sortKey })
    .from(contacts)
    .where(eq(contacts.id, after))
  if (!last) return undefined
  const beyond = falling ? lt : gt
  if (byId) return beyond(contacts.id, last.id)
  return (falling ? below : above)(contacts.sortKey, contacts.id, last)
}

/** By the beginning of a name or address; among the newest also by any part of name, kana or address. */
function search(ctx: Ctx, text: string | undefined): SQL | undefined {
  const q = text ? fold(text) : ''
  if (!q) return undefined
  const db = read(ctx)
  const newest = db
    .select({ id: contacts.id, searchKey: contacts.searchKey })
    .from(contacts)
    .orderBy(desc(contacts.id))
    .limit(searchedInside)
    .as('newest')
  const inside = db.select({ id: newest.id }).from(newest).where(contains(newest.searchKey, q))
  return or(
    startsWith(contacts.searchKey, q),
    startsWith(contacts.emailKey, emailKey(text!)),
    eq(contacts.externalId, text!.trim()),
    inArray(contacts.id, inside),
  )
}
