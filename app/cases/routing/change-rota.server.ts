import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { findOne } from '#app/cases/routing/candidates.server.ts'
import { rotaSchema } from '#app/cases/routing/routing-rule.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { rotaMembers } from '#db/schema/cases.ts'

/**
 * Puts a colleague on the rota; twice is once. @returns their name
 * @throws Invalid when they have left or work no cases
 */
export function joinRota(ctx: Ctx, input: z.input<typeof rotaSchema>): Promise<{ name: string }> {
  const { userId } = rotaSchema.parse(input)
  authorise(ctx, 'routing.edit')
  return write(ctx, async (ctx) => {
    if ((await findOne(ctx.tx, { id: userId })).length === 0) throw new Invalid('route_user', { userId: 'route_user' })
    const [row] = await ctx.tx
      .insert(rotaMembers)
      .values({ userId, addedAt: ctx.now() })
      .onConflictDoNothing()
      .returning()
    if (row) await recordEvent(ctx, { type: 'cases.rota_joined', subject: { kind: 'user', id: userId } })
    return nameOf(ctx, userId)
  })
}

/** Takes a colleague off the rota; what they have stays theirs. @returns their name */
export function leaveRota(ctx: Ctx, input: z.input<typeof rotaSchema>): Promise<{ name: string }> {
  const { userId } = rotaSchema.parse(input)
  authorise(ctx, 'routing.edit')
  return write(ctx, async (ctx) => {
    const [row] = await ctx.tx.delete(rotaMembers).where(eq(rotaMembers.userId, userId)).returning()
    if (row) await recordEvent(ctx, { type: 'cases.rota_left', subject: { kind: 'user', id: userId } })
    return nameOf(ctx, userId)
  })
}

async function nameOf(ctx: TxCtx, userId: string): Promise<{ name: string }> {
  const [user] = await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, userId))
  if (!user) throw new NotFound()
  return user
}
