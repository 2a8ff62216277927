import { asc, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { responseRevisions } from '#db/schema/responses.ts'

/** All submissions of an answer, oldest first: at most fifty. */
export const listRevisions = ({ tx }: TxCtx, responseId: string) =>
  tx
    .select()
    .from(responseRevisions)
    .where(eq(responseRevisions.responseId, responseId))
    .orderBy(asc(responseRevisions.number))

export type Revision = Awaited<ReturnType<typeof listRevisions>>[number]
