import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { cleanText } from '#app/platform/text.ts'
import { suppressions } from '#db/schema/email.ts'

export const liftSchema = z.object({
  id: z.string().max(60),
  reason: z
    .string()
    .max(500)
    .transform((text) => cleanText(text) ?? '')
    .pipe(z.string().min(3)),
})

/**
 * An address may be written to again, because somebody says why.
 * @returns the address, if it was kept
 * @throws Conflict when it is lifted already
 */
export async function liftSuppression(ctx: Ctx, input: z.input<typeof liftSchema>): Promise<string | null> {
  const { id, reason } = liftSchema.parse(input)
  authorise(ctx, 'suppressions.edit')
  return write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(suppressions)
      .set({ liftedAt: ctx.now(), liftedBy: ctx.actor.id, liftReason: reason })
      .where(and(eq(suppressions.id, id), isNull(suppressions.liftedAt)))
      .returning({ email: suppressions.email, reason: suppressions.reason })
    if (!row) throw new Conflict('suppression_lifted')
    await recordEvent(ctx, {
      type: 'email.suppression_lifted',
      subject: { kind: 'suppression', id },
      data: { reason: row.reason },
    })
    return row.email
  })
}
