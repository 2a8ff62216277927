import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { duplicates } from '#db/schema/accounts-moving.ts'

export const judgement = z.object({
  id: z.string().max(60),
  /** `dismissed`: not duplicates, for good; `found`: takes that back. */
  as: z.enum(['dismissed', 'found']),
})

/** Says that two records are no duplicates, and keeps it: they aren't shown again. @throws Conflict when somebody was faster */
export async function judgeDuplicate(ctx: Ctx, input: z.input<typeof judgement>) {
  const { id, as } = judgement.parse(input)
  authorise(ctx, 'accounts.import')
  return write(ctx, async (ctx) => {
    const back = as === 'found'
    const [pair] = await ctx.tx
      .update(duplicates)
      .set({ state: as, judgedBy: back ? null : ctx.actor.id, judgedAt: back ? null : ctx.now() })
      .where(and(eq(duplicates.id, id), eq(duplicates.state, back ? 'dismissed' : 'found')))
      .returning()
    if (!pair) throw new Conflict('duplicate_judged')
    for (const subjectId of [pair.firstId, pair.secondId])
      await recordEvent(ctx, {
        type: back ? 'accounts.duplicate_restored' : 'accounts.duplicate_dismissed',
        subject: { kind: pair.kind, id: subjectId },
        ...(pair.kind === 'account' ? { accountId: subjectId } : { contactId: subjectId }),
        data: { other: subjectId === pair.firstId ? pair.secondId : pair.firstId },
      })
    return pair
  })
}
