import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { caseTags } from '#db/schema/cases.ts'

/** The tags of a case that joins another. */
export async function moveTags({ tx }: TxCtx, from: string, to: string): Promise<void> {
  const tags = await tx.delete(caseTags).where(eq(caseTags.caseId, from)).returning()
  for (const { tag, at } of tags) await tx.insert(caseTags).values({ caseId: to, tag, at }).onConflictDoNothing()
}
