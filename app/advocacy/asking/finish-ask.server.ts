import { holdAsk, moveAsk } from '#app/advocacy/asking/change-ask.server.ts'
import { ownerOf } from '#app/advocacy/asking/stop-ask.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'

/** What was agreed to has happened: the call was held, the review written. @throws NotFound; Conflict when nobody said yes */
export async function finishAsk(ctx: Ctx, askId: string): Promise<void> {
  await write(ctx, async (ctx) => {
    const ask = await holdAsk(ctx, askId)
    if (!ask) throw new NotFound()
    authorise(ctx, 'asks.make', await ownerOf(ctx, ask))
    await moveAsk(ctx, ask, 'finish', {
      set: { doneAt: ctx.now(), endedBy: ctx.actor.kind === 'user' ? ctx.actor.id : null },
    })
  })
}
