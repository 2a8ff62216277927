import { and, count, desc, eq, inArray } from 'drizzle-orm'
import type { DuplicateReason } from '#app/accounts/duplicate-pairs.ts'
import type { DuplicateList } from '#app/accounts/duplicate-words.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { below } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { duplicates } from '#db/schema/accounts-moving.ts'
import type { Db } from '#db/store/store.ts'

const page = 25

/**
 * Pairs that look like one account or one person, the likeliest first, or those that somebody judged to be two. A pair
 * of which one is gone isn't shown. `next` continues the list.
 */
export async function listDuplicates(ctx: Ctx, asked: { list: DuplicateList; after?: string | null }) {
  authorise(ctx, 'accounts.import')
  const db = read(ctx)
  const from = readCursor(asked.after, 'number')
  const rows = await db
    .select()
    .from(duplicates)
    .where(
      and(
        asked.list === 'dismissed'
          ? eq(duplicates.state, 'dismissed')
          : and(eq(duplicates.kind, asked.list), eq(duplicates.state, 'found')),
        from ? below(duplicates.strength, duplicates.id, from) : undefined,
      ),
    )
    .orderBy(desc(duplicates.strength), desc(duplicates.id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  const ids = (kind: 'account' | 'contact') =>
    shown.flatMap((row) => (row.kind === kind ? [row.firstId, row.secondId] : []))
  const known = new Map<string, Alike>([
    ...(await companies(db, ids('account'))),
    ...(await people(db, ids('contact'))),
  ])
  return {
    pairs: shown.flatMap(({ id, kind, why, firstId, secondId }) => {
      const [first, second] = [known.get(firstId), known.get(secondId)]
      return first && second ? [{ id, kind, why: why as DuplicateReason[], first, second }] : []
    }),
    counts: await counts(db),
    next: rows.length > page && last ? writeCursor(last.strength, last.id) : null,
  }
}

/** What is shown of one side of a pair. */
export interface Alike {
  kind: 'account' | 'contact'
  id: string
  name: string
  domain: string | null
  externalId: string | null
  email: string | null
  phone: string | null
  title: string | null
  arrMinor: number | null
  currency: string | null
  /** Of an account its owner, of a person their account. */
  of: string | null
  people: number | null
  left: boolean
  createdAt: number
}

const nothing = {
  domain: null,
  email: null,
  phone: null,
  title: null,
  arrMinor: null,
  currency: null,
  people: null,
  left: false,
}

async function companies(db: Db, ids: string[]): Promise<[string, Alike][]> {
  if (!ids.length) return []
  const rows = await db
    .select({ account: accounts, owner: users.name })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .where(inArray(accounts.id, ids))
  const sizes = await db
    .select({ id: contacts.accountId, n: count() })
    .from(contacts)
    .where(inArray(contacts.accountId, ids))
    .groupBy(contacts.accountId)
  return rows.map(({ account: { id, name, domain, externalId, arrMinor, currency, createdAt }, owner }) => [
    id,
    {
      ...nothing,
      kind: 'account',
      id,
      name,
      domain,
      externalId,
      arrMinor,
      currency,
      createdAt,
      of: owner,
      people: sizes.find((size) => size.id === id)?.n ?? 0,
    },
  ])
}

async function people(db: Db, ids: string[]): Promise<[string, Alike][]> {
  if (!ids.length) return []
  const rows = await db
    .select({ contact: contacts, account: accounts.name })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(inArray(contacts.id, ids))
  return rows.map(({ contact: { id, name, externalId, email, phone, title, state, createdAt }, account }) => [
    id,
    { ...nothing, kind: 'contact', id, name, externalId, email, phone, title, createdAt, of: account, left: state === 'left' }, // prettier-ignore
  ])
}

async function counts(db: Db): Promise<Record<DuplicateList, number>> {
  const rows = await db
    .select({ kind: duplicates.kind, state: duplicates.state, n: count() })
    .from(duplicates)
    .groupBy(duplicates.kind, duplicates.state)
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, row) => total + row.n, 0)
  return {
    account: sum((row) => row.kind === 'account' && row.state === 'found'),
    contact: sum((row) => row.kind === 'contact' && row.state === 'found'),
    dismissed: sum((row) => row.state === 'dismissed'),
  }
}
