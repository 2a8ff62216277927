import { eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { sortTouches } from '#app/responses/touch-kind.ts'
import { touches } from '#db/schema/responses-touches.ts'

/**
 * All touches of an invitation, at most 200 and what its pages posted, judged once more side by side: two processes
 * that wrote at the same time did not see each other's.
 */
export async function listTouches(ctx: Ctx, invitationId: string) {
  const rows = await read(ctx).select().from(touches).where(eq(touches.invitationId, invitationId))
  const kinds = sortTouches(rows)
  return rows.map((row) => ({ ...row, kind: row.kind === 'person' ? kinds.get(row.id)! : row.kind }))
}
