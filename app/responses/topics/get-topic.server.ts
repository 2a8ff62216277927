import { eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { findRules } from '#app/responses/topics/find-rules.server.ts'
import { topics } from '#db/schema/responses.ts'

/** One topic as its editor shows it. @throws NotFound */
export async function getTopic(ctx: Ctx, id: string) {
  authorise(ctx, 'topics.edit')
  if (!isId(id)) throw new NotFound()
  const [row] = await read(ctx).select().from(topics).where(eq(topics.id, id))
  if (!row) throw new NotFound()
  return {
    id: row.id,
    nameEn: row.nameEn,
    nameJa: row.nameJa,
    version: row.version,
    archived: row.archivedAt !== null,
    waiting: row.archivedAt === null && row.version !== row.appliedVersion,
    ...(await findRules(ctx, id, row.version)),
  }
}
