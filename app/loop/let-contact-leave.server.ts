import type { LeavingForm } from '#app/accounts/leaving.ts'
import { letContactGo } from '#app/accounts/let-contact-go.server.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { stopInvitations } from '#app/delivery/stop-invitations.server.ts'

/**
 * Somebody has left, or works for another account now. What was not sent yet stops; their answers and the open case stay
 * where they were said. @returns the successor and how many invitations were stopped
 */
export async function letContactLeave(ctx: Ctx, id: string, form: LeavingForm) {
  return write(ctx, async (ctx) => {
    const gone = await letContactGo(ctx, id, form)
    return { ...gone, stopped: await stopInvitations(ctx, id) }
  })
}
