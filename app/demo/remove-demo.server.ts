import { ensureFirstAdminToken } from '#app/access/first-admin.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { getDemo, noteRemoved } from '#app/demo/demo-state.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { emptyTables } from '#db/every-table.ts'

/**
 * Empties a portal that holds the demo, with everything that was added to it since, and makes it new: nobody is left
 * who could sign in. One transaction: all of it goes, or nothing.
 * @returns the path by which the first admin is made
 * @throws Conflict `no_demo` when this portal was never a demo, so that no real one can be emptied
 */
export function removeDemo(ctx: Ctx): Promise<string> {
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const { state } = await getDemo(ctx)
    if (state !== 'loaded') throw new Conflict('no_demo')
    await emptyTables(ctx.tx)
    await noteRemoved(ctx)
    return (await ensureFirstAdminToken(ctx))!
  })
}
