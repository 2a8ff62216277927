import { and, between, count, isNull } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { voices } from '#db/schema/voices.ts'

/** How many voices were heard elsewhere within some days, both included. */
export async function countVoices(ctx: Ctx, { from, to }: { from: number; to: number }): Promise<number> {
  authorise(ctx, 'insights.read')
  const [row] = await read(ctx)
    .select({ n: count() })
    .from(voices)
    .where(and(between(voices.day, from, to), isNull(voices.deletedAt)))
  return row!.n
}
