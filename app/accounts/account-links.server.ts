import { and, eq, ne, or, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { fold } from '#app/platform/text.ts'
import { forUpdate } from '#db/fragments.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** Companies above companies: more levels than this are refused. */
export const mostLevels = 20

/**
 * The account that somebody wrote into a field: by its Koe id, its own id, or its whole name.
 * @throws Invalid for the field, when none or several fit
 */
export async function accountNamed(ctx: TxCtx, text: string, field: string): Promise<{ id: string; name: string }> {
  const given = text.trim()
  const rows = await ctx.tx
    .select({ id: accounts.id, name: accounts.name, externalId: accounts.externalId })
    .from(accounts)
    .where(or(eq(accounts.id, given), eq(accounts.externalId, given), eq(accounts.nameKey, fold(given))))
    .limit(10)
  const exact = rows.filter((row) => row.id === given || row.externalId === given)
  const found = exact.length ? exact : rows
  if (found.length === 1) return found[0]!
  const code = found.length ? 'account_ambiguous' : 'account_not_found'
  throw new Invalid(code, { [field]: code })
}

/**
 * A company may not stand above itself. The rows on the way up are this transaction's until it ends, so that two
 * changes at once can't close a circle together. @throws Invalid
 */
export async function refuseCircle(ctx: TxCtx, id: string, parentId: string): Promise<void> {
  let above: string | null = parentId
  for (let level = 0; above !== null; level++) {
    if (above === id || level >= mostLevels) throw new Invalid('parent_circle', { parent: 'parent_circle' })
    const [row]: { parentId: string | null }[] = await ctx.tx
      .select({ parentId: accounts.parentId })
      .from(accounts)
      .where(sql`${eq(accounts.id, above)} ${forUpdate()}`)
    above = row?.parentId ?? null
  }
}

/** The sponsor is a person of this account. @throws Invalid */
export async function refuseStranger(ctx: TxCtx, id: string, sponsorId: string): Promise<void> {
  const [person] = await ctx.tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.id, sponsorId), eq(contacts.accountId, id), ne(contacts.state, 'erased')))
  if (!person) throw new Invalid('sponsor_unknown', { sponsorId: 'sponsor_unknown' })
}

/** An owner is a colleague who still works here. @throws Invalid for the field */
export async function refuseGone(ctx: TxCtx, userId: string, field: string): Promise<void> {
  const [user] = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.state, 'active')))
  if (!user) throw new Invalid('owner_unknown', { [field]: 'owner_unknown' })
}
