import { and, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { Revision } from '#app/responses/list-revisions.server.ts'
import { responseRevisions } from '#db/schema/responses.ts'

/** Gives a submission another standing, if it still has the one it had. @returns whether it had */
export async function setStanding(
  { tx }: TxCtx,
  id: string,
  from: Revision['standing'],
  to: Revision['standing'],
  reasons?: string[],
): Promise<boolean> {
  const changed = await tx
    .update(responseRevisions)
    .set({ standing: to, ...(reasons && { reasons }) })
    .where(and(eq(responseRevisions.id, id), eq(responseRevisions.standing, from)))
    .returning({ id: responseRevisions.id })
  return changed.length > 0
}
