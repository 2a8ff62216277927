import { and, asc, eq, inArray, ne, not, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { fold } from '#app/platform/text.ts'
import { contains, startsWith } from '#db/fragments.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** Words that say what kind of company it is; ㈱ is folded to (株), and people write either. */
const legalForms = /株式会社|有限会社|合同会社|合資会社|合名会社|\((?:株|有|同|資|名)\)/g
const ascii = /^[\x20-\x7e]*$/

/**
 * Companies whose name begins with the text, then those that have all of its words anywhere in it, by name. The kind of
 * company (株式会社, ㈱) need not be written as it is stored.
 */
export async function findAccounts(ctx: Ctx, text: string, limit: number) {
  authorise(ctx, 'accounts.read')
  const q = fold(text)
  if (!q) return []
  const bare = q.replace(legalForms, ' ').trim()
  const db = read(ctx)
  const pick = (where: SQL | undefined, most: number) =>
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(where)
      .orderBy(asc(accounts.nameKey), asc(accounts.id))
      .limit(most)
  const begins = startsWith(accounts.nameKey, q)
  const ids = (await pick(begins, limit)).map((row) => row.id)
  ids.push(...(await exactly(ctx, accounts, text, ids)))
  if (ids.length < limit)
    ids.push(...(await pick(and(hasAll(accounts.nameKey, bare || q), not(begins)), limit)).map((row) => row.id))
  const rows = await db
    .select({
      id: accounts.id,
      name: accounts.name,
      externalId: accounts.externalId,
      domain: accounts.domain,
      region: accounts.region,
      tier: accounts.tier,
    }) // prettier-ignore
    .from(accounts)
    .where(inArray(accounts.id, ids))
  return inOrder(rows, ids, limit)
}

/** People by name, フリガナ or address: beginnings first, then all words anywhere. Who was erased is not found. */
export async function findPeople(ctx: Ctx, text: string, limit: number) {
  authorise(ctx, 'accounts.read')
  const q = fold(text)
  if (!q) return []
  const db = read(ctx)
  const pick = (where: SQL | undefined) =>
    db
      .select({ id: contacts.id })
      .from(contacts)
      .where(where)
      .orderBy(asc(contacts.searchKey), asc(contacts.id))
      .limit(limit)
  const begins = startsWith(contacts.searchKey, q)
  const ids = (await pick(begins)).map((row) => row.id)
  ids.push(...(await exactly(ctx, contacts, text, ids)))
  if (ids.length < limit)
    ids.push(...(await pick(and(hasAll(contacts.searchKey, q), not(begins)))).map((row) => row.id))
  const rows = await db
    .select({
      id: contacts.id,
      name: contacts.name,
      email: contacts.email,
      accountId: contacts.accountId,
      account: accounts.name,
    }) // prettier-ignore
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(and(inArray(contacts.id, ids), ne(contacts.state, 'erased')))
  return inOrder(rows, ids, limit)
}

/** By the id of another system, as it is written there. */
async function exactly(ctx: Ctx, table: typeof accounts | typeof contacts, text: string, known: string[]) {
  const rows = await read(ctx).select({ id: table.id }).from(table).where(eq(table.externalId, text.trim())).limit(1)
  return rows.map((row) => row.id).filter((id) => !known.includes(id))
}

/** Every word stands somewhere in the key. A Japanese name is often typed without the space between its parts. */
function hasAll(key: typeof accounts.nameKey | typeof contacts.searchKey, q: string) {
  if (!q.includes(' ') && !ascii.test(q)) return contains(sql`replace(${key}, ' ', '')`, q)
  return and(...q.split(' ').filter(Boolean).map((word) => contains(key, word))) // prettier-ignore
}

function inOrder<Row extends { id: string }>(rows: Row[], ids: string[], limit: number): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []).slice(0, limit)
}
