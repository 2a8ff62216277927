import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { responses } from '#db/schema/responses.ts'

/** Keeps an answer from a colleague, or (null) from nobody any more. @returns whether that changed anything */
export async function keepFrom(ctx: TxCtx, { responseId, userId }: { responseId: string; userId: string | null }) {
  const [before] = await ctx.tx
    .select({ keptFrom: responses.keptFrom })
    .from(responses)
    .where(eq(responses.id, responseId))
  if (!before || before.keptFrom === userId) return false
  const [row] = await ctx.tx
    .update(responses)
    .set({ keptFrom: userId })
    .where(eq(responses.id, responseId))
    .returning({ accountId: responses.accountId, contactId: responses.contactId })
  await recordEvent(ctx, {
    type: userId === null ? 'responses.shared_again' : 'responses.kept_from',
    subject: { kind: 'response', id: responseId },
    accountId: row!.accountId,
    contactId: row!.contactId,
    data: { userId: userId ?? before.keptFrom },
  })
  return true
}
