import { eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { responses } from '#db/schema/responses.ts'

/** An answer as it is stored, for use cases; null when there is none. */
export async function getResponseRow(ctx: Ctx, id: string) {
  const [row] = await read(ctx).select().from(responses).where(eq(responses.id, id))
  return row ?? null
}
