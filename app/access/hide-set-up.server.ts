import { eq } from 'drizzle-orm'
import { organisationId } from '#app/access/get-organisation.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { organisation } from '#db/schema/platform.ts'

/** Puts the set-up list of Today away for everybody, or brings it back. */
export function hideSetUp(ctx: Ctx, { hidden }: { hidden: boolean }): Promise<void> {
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    await ctx.tx
      .update(organisation)
      .set({ setUpHiddenAt: hidden ? ctx.now() : null })
      .where(eq(organisation.id, organisationId))
    await recordEvent(ctx, {
      type: hidden ? 'access.set_up_hidden' : 'access.set_up_shown',
      subject: { kind: 'organisation', id: organisationId },
    })
  })
}
