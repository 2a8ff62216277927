import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { accountNamed, refuseCircle, refuseGone, refuseStranger } from '#app/accounts/account-links.server.ts'
import { applyAccount, newAccount, type AccountRow } from '#app/accounts/account-row.server.ts'
import type { accountSchema } from '#app/accounts/account.ts'
import { accountId } from '#app/accounts/account.ts'
import type { AccountInput } from '#app/accounts/import/fields.ts'
import { toMinor } from '#app/accounts/import/values.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { companyKey } from '#app/accounts/same-name.ts'
import { noteStages } from '#app/accounts/note-stages.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { fold } from '#app/platform/text.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { isUniqueViolation } from '#db/fragments.ts'

export type AccountForm = z.output<typeof accountSchema>

/** Adds an account by hand; it belongs to who adds it when they are a CSM. Returns its id. */
export async function createAccount(ctx: Ctx, form: AccountForm): Promise<string> {
  authorise(ctx, 'accounts.edit')
  const { baseCurrency } = await getOrganisation(ctx)
  const setting = { at: ctx.now(), baseCurrency }
  const row = newAccount({ name: form.name }, setting)
  row.matchKey = companyKey(row.name)
  applyAccount(row, inputOf(form, baseCurrency), setting)
  if (ctx.actor.kind === 'user' && ctx.actor.roles.includes('csm')) row.ownerId = ctx.actor.id
  await clear(ctx, async (ctx) => {
    applyAccount(row, await linksOf(ctx, row, form), setting)
    await ctx.tx.insert(accounts).values(row)
    await recordEvent(ctx, { type: 'accounts.created', subject: { kind: 'account', id: row.id }, accountId: row.id })
  })
  return row.id
}

/** Changes an account by hand. `seenAt`: its `updated_at` when the form was opened. @throws Conflict when somebody changed it since */
export async function editAccount(ctx: Ctx, input: { id: string; seenAt: number }, form: AccountForm): Promise<void> {
  const id = accountId.parse(input.id)
  const { baseCurrency } = await getOrganisation(ctx)
  await clear(ctx, async (ctx) => {
    const row = await fetchAccount(ctx, id)
    authorise(ctx, 'accounts.edit', await ownership(ctx, row))
    if (row.updatedAt !== input.seenAt) throw new Conflict('changed_meanwhile')
    const before = { ...row }
    const said = { ...inputOf(form, baseCurrency), ...(await linksOf(ctx, row, form)) }
    if (!applyAccount(row, said, { at: Math.max(ctx.now(), before.updatedAt + 1), baseCurrency })) return
    const [saved] = await ctx.tx
      .update(accounts)
      .set(row)
      .where(and(eq(accounts.id, id), eq(accounts.updatedAt, before.updatedAt)))
      .returning({ id: accounts.id })
    if (!saved) throw new Conflict('changed_meanwhile')
    await noteStages(ctx.tx, [{ accountId: id, from: before.stage, to: row.stage, at: row.updatedAt }])
    const fields = Object.keys(row).filter(
      (key) =>
        key !== 'updatedAt' &&
        JSON.stringify(row[key as keyof AccountRow]) !== JSON.stringify(before[key as keyof AccountRow]),
    )
    await recordEvent(ctx, {
      type: 'accounts.changed',
      subject: { kind: 'account', id },
      accountId: id,
      data: { fields },
    })
  })
}

/** The stored row. @throws NotFound */
export async function fetchAccount(ctx: Ctx & { tx: NonNullable<Ctx['tx']> }, id: string): Promise<AccountRow> {
  const [row] = await ctx.tx.select().from(accounts).where(eq(accounts.id, id))
  if (!row) throw new NotFound()
  return row
}

/** Whose an account is, as far as permission depends on it. */
export async function ownership(ctx: Ctx & { tx: NonNullable<Ctx['tx']> }, row: { ownerId: string | null }) {
  if (row.ownerId === null) return { ownerId: null }
  const [owner] = await ctx.tx.select({ teamId: users.teamId }).from(users).where(eq(users.id, row.ownerId))
  return { ownerId: row.ownerId, teamId: owner?.teamId ?? null }
}

/** Who and what an account is tied to, as far as the form changes it. */
async function linksOf(ctx: TxCtx, row: AccountRow, form: AccountForm): Promise<AccountInput> {
  const parentId = form.parent === null ? null : await parentOf(ctx, row, form.parent)
  if (parentId !== null && parentId !== row.parentId) await refuseCircle(ctx, row.id, parentId)
  if (form.sponsorId !== null && form.sponsorId !== row.sponsorId) await refuseStranger(ctx, row.id, form.sponsorId)
  if (form.salesId !== null && form.salesId !== row.salesId) await refuseGone(ctx, form.salesId, 'salesId')
  return { parentId, salesId: form.salesId, sponsorId: form.sponsorId }
}

/** A parent that is written as it was stays, even when others have its name. */
async function parentOf(ctx: TxCtx, row: AccountRow, text: string): Promise<string> {
  if (row.parentId !== null) {
    const [parent] = await ctx.tx.select({ key: accounts.nameKey }).from(accounts).where(eq(accounts.id, row.parentId))
    if (parent?.key === fold(text)) return row.parentId
  }
  return (await accountNamed(ctx, text, 'parent')).id
}

function inputOf(
  { arr, currency, parent: _p, salesId: _s, sponsorId: _c, ...form }: AccountForm,
  baseCurrency: string,
): AccountInput {
  const of = arr?.currency ?? currency ?? baseCurrency
  const minor = arr ? toMinor(arr.amount, of) : null
  if (minor && 'wrong' in minor) throw new Invalid(minor.wrong, { arr: minor.wrong })
  return {
    ...form,
    externalId: form.externalId as string,
    domain: form.domain as string,
    arrMinor: minor?.value ?? null,
    currency: minor ? of : currency,
  }
}

async function clear(ctx: Ctx, fn: Parameters<typeof write<void>>[1]) {
  try {
    await write(ctx, fn)
  } catch (error) {
    if (isUniqueViolation(error)) throw new Invalid('account_id_taken', { externalId: 'account_id_taken' })
    throw error
  }
}
