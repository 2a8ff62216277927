import { and, eq } from 'drizzle-orm'
import { accountId } from '#app/accounts/account.ts'
import { fetchAccount, ownership } from '#app/accounts/save-account.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'

/** Gives an account to another owner, or to nobody. Its event tells other rooms. @returns the owner before */
export async function moveAccount(ctx: Ctx, input: { id: string; ownerId: string | null }): Promise<string | null> {
  const id = accountId.parse(input.id)
  return write(ctx, async (ctx) => {
    const row = await fetchAccount(ctx, id)
    authorise(ctx, 'accounts.edit', await ownership(ctx, row))
    if (row.ownerId === input.ownerId) return row.ownerId
    if (input.ownerId !== null) {
      const [owner] = await ctx.tx
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.id, input.ownerId), eq(users.state, 'active')))
      if (!owner) throw new Invalid('owner_unknown', { ownerId: 'owner_unknown' })
    }
    const [moved] = await ctx.tx
      .update(accounts)
      .set({ ownerId: input.ownerId, updatedAt: Math.max(ctx.now(), row.updatedAt + 1) })
      .where(and(eq(accounts.id, id), eq(accounts.updatedAt, row.updatedAt)))
      .returning({ id: accounts.id })
    if (!moved) throw new Conflict('changed_meanwhile')
    await recordEvent(ctx, {
      type: 'accounts.moved',
      subject: { kind: 'account', id },
      accountId: id,
      data: { from: row.ownerId, to: input.ownerId },
    })
    return row.ownerId
  })
}
