import { eq } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { retags } from '#db/schema/responses.ts'

/** Ends the run over past comments; what it has done stands. @throws Conflict `retag_ended` */
export async function cancelRetag(ctx: Ctx): Promise<void> {
  authorise(ctx, 'topics.edit')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(retags)
      .set({ state: 'cancelled', endedAt: ctx.now() })
      .where(eq(retags.state, 'running'))
      .returning({ id: retags.id })
    if (!row) throw new Conflict('retag_ended')
    await recordEvent(ctx, { type: 'responses.retag_cancelled', subject: { kind: 'retag', id: row.id } })
  })
}
