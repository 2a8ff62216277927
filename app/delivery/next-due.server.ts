import { and, eq, min } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { invitations } from '#db/schema/delivery.ts'

/** Written out, so that the partial index serves. */
export const stillPlanned = eq(invitations.state, 'planned').inlineParams()

/** When the next of those whom a wave is still to ask is due: their hours may begin much later. Null when there is nobody. */
export async function nextDue(ctx: Ctx, waveId: string): Promise<number | null> {
  const [row] = await read(ctx)
    .select({ at: min(invitations.dueAt) })
    .from(invitations)
    .where(and(eq(invitations.waveId, waveId), stillPlanned))
  return row?.at ?? null
}
