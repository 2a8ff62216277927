import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { responses } from '#db/schema/responses.ts'

/** Of an answer that does not count: whether it still waits to be confirmed, or is given up. */
export async function setResponseState({ tx }: TxCtx, id: string, state: 'unconfirmed' | 'withdrawn'): Promise<void> {
  await tx.update(responses).set({ state }).where(eq(responses.id, id))
}
