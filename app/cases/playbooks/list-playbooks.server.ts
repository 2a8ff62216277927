import { asc, eq, isNull } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { mostPlaybooks } from '#app/cases/playbooks/playbook.ts'
import { NotFound } from '#app/platform/errors.ts'
import { playbooks } from '#db/schema/cases-replies.ts'

export type PlaybookRow = typeof playbooks.$inferSelect

/** In the order in which they were made. */
export async function playbooksInUse(ctx: Ctx): Promise<PlaybookRow[]> {
  return read(ctx)
    .select()
    .from(playbooks)
    .where(isNull(playbooks.archivedAt))
    .orderBy(asc(playbooks.createdAt), asc(playbooks.id))
    .limit(mostPlaybooks)
}

export async function listPlaybooks(ctx: Ctx) {
  authorise(ctx, 'replies.edit')
  const all = await read(ctx)
    .select()
    .from(playbooks)
    .orderBy(asc(playbooks.createdAt), asc(playbooks.id))
    .limit(4 * mostPlaybooks)
  return { inUse: all.filter((one) => one.archivedAt === null), archived: all.filter((one) => one.archivedAt !== null) }
}

/** @throws NotFound */
export async function getPlaybook(ctx: Ctx, playbookId: string): Promise<PlaybookRow> {
  authorise(ctx, 'replies.edit')
  const [row] = await read(ctx).select().from(playbooks).where(eq(playbooks.id, playbookId))
  if (!row) throw new NotFound()
  return row
}
