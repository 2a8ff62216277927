import { moveAccount } from '#app/accounts/move-account.server.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { followOwner } from '#app/cases/follow-owner.server.ts'

/** Gives an account to another owner, or to nobody, and its open cases with it. @returns the owner before */
export function changeOwner(ctx: Ctx, { id, ownerId }: { id: string; ownerId: string | null }): Promise<string | null> {
  return write(ctx, async (ctx) => {
    const before = await moveAccount(ctx, { id, ownerId })
    if (before !== ownerId) await followOwner(ctx, { accountId: id, fromId: before, toId: ownerId, back: null })
    return before
  })
}
