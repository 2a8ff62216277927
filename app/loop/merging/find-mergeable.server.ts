import { and, desc, eq, or } from 'drizzle-orm'
import { findAccounts, findPeople } from '#app/accounts/find-customers.server.ts'
import type { MergeKind } from '#app/accounts/merging/fields.ts'
import type { Candidate } from '#app/accounts/merging/merge-view.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { duplicates } from '#db/schema/accounts-moving.ts'

const most = 12

/** What a record may be merged with: what a text finds, and those that look like it, the likeliest first. */
export async function findMergeable(ctx: Ctx, kind: MergeKind, id: string, text: string) {
  authorise(ctx, 'accounts.read')
  return { found: await byText(ctx, kind, id, text), likely: await lookalikes(ctx, kind, id) }
}

async function byText(ctx: Ctx, kind: MergeKind, id: string, text: string): Promise<Candidate[]> {
  const detail = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
  const rows: Candidate[] =
    kind === 'account'
      ? (await findAccounts(ctx, text, most)).map((row) => ({ id: row.id, name: row.name, detail: detail(row.externalId, row.domain, row.region, row.tier) })) // prettier-ignore
      : (await findPeople(ctx, text, most)).map((row) => ({ id: row.id, name: row.name, detail: detail(row.email, row.account) })) // prettier-ignore
  return rows.filter((row) => row.id !== id)
}

async function lookalikes(ctx: Ctx, kind: MergeKind, id: string): Promise<Candidate[]> {
  const db = read(ctx)
  const pairs = await db
    .select({ firstId: duplicates.firstId, secondId: duplicates.secondId })
    .from(duplicates)
    .where(and(or(eq(duplicates.firstId, id), eq(duplicates.secondId, id)), eq(duplicates.state, 'found')))
    .orderBy(desc(duplicates.strength))
    .limit(most)
  const found: Candidate[] = []
  for (const { firstId, secondId } of pairs) {
    const other = firstId === id ? secondId : firstId
    const [row] =
      kind === 'account'
        ? await db.select({ name: accounts.name, detail: accounts.domain }).from(accounts).where(eq(accounts.id, other))
        : await db.select({ name: contacts.name, detail: contacts.email }).from(contacts).where(eq(contacts.id, other))
    if (row) found.push({ id: other, name: row.name, detail: row.detail ?? '' })
  }
  return found
}
