import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { rowLock } from '#db/lock.ts'
import { voices } from '#db/schema/voices.ts'

const lockVoice = rowLock(voices, voices.id)

/** A voice that nobody else works on until this transaction ends. @throws NotFound when it isn't there, or was deleted */
export async function holdVoice(ctx: TxCtx, id: string): Promise<typeof voices.$inferSelect> {
  if (!isId(id)) throw new NotFound()
  await lockVoice(ctx.tx, id)
  const [row] = await ctx.tx.select().from(voices).where(eq(voices.id, id))
  if (!row || row.deletedAt !== null) throw new NotFound()
  return row
}

/** Remembers the case that a voice opened or joined; the case's own event says so. */
export async function putOnCase(ctx: TxCtx, voice: { id: string; caseId: string }): Promise<void> {
  await ctx.tx.update(voices).set({ caseId: voice.caseId }).where(eq(voices.id, voice.id))
}
