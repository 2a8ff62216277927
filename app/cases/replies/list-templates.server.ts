import { desc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { starterTemplates } from '#app/cases/replies/starter-templates.ts'
import { mostTemplates } from '#app/cases/replies/template.ts'
import type { Language } from '#app/platform/languages.ts'
import { NotFound } from '#app/platform/errors.ts'
import { replyTemplates } from '#db/schema/cases-replies.ts'

export interface ReplyTemplate {
  id: string
  name: string
  topicId: string | null
  language: Language
  subject: string | null
  body: string
  uses: number
  lastUsedAt: number | null
  archivedAt: number | null
  /** 0: as it was shipped. */
  updatedAt: number
  /** Koe brought it along. */
  shipped: boolean
}

/** All templates of an install, those put away included; a shipped one that nobody changed has today's words. */
export async function allTemplates(ctx: Ctx): Promise<ReplyTemplate[]> {
  const rows = await read(ctx)
    .select()
    .from(replyTemplates)
    .orderBy(desc(replyTemplates.id))
    .limit(2 * mostTemplates)
  const stored = new Map(rows.map((row) => [row.id, row]))
  const shipped = starterTemplates.map((starter) => asShipped(starter, stored.get(starter.id)))
  const ids = new Set(starterTemplates.map((starter) => starter.id))
  return [...rows.filter((row) => !ids.has(row.id)).map((row) => ({ ...row, shipped: false })), ...shipped]
}

function asShipped(
  starter: (typeof starterTemplates)[number],
  row?: typeof replyTemplates.$inferSelect,
): ReplyTemplate {
  if (row && row.updatedAt > 0) return { ...row, shipped: true }
  const { uses = 0, lastUsedAt = null, archivedAt = null } = row ?? {}
  return { ...starter, uses, lastUsedAt, archivedAt, updatedAt: 0, shipped: true }
}

/** One of them. */
export async function templateOf(ctx: Ctx, templateId: string): Promise<ReplyTemplate | null> {
  const [row] = await read(ctx).select().from(replyTemplates).where(eq(replyTemplates.id, templateId))
  const starter = starterTemplates.find(({ id }) => id === templateId)
  if (starter) return asShipped(starter, row)
  return row ? { ...row, shipped: false } : null
}

/** The templates for the page of the settings, by name. */
export async function listTemplates(ctx: Ctx) {
  authorise(ctx, 'replies.edit')
  const all = (await allTemplates(ctx)).sort((a, b) => (a.name < b.name ? -1 : 1))
  return { inUse: all.filter((one) => one.archivedAt === null), archived: all.filter((one) => one.archivedAt !== null) }
}

/** @throws NotFound */
export async function getTemplate(ctx: Ctx, templateId: string): Promise<ReplyTemplate> {
  authorise(ctx, 'replies.edit')
  const found = await templateOf(ctx, templateId)
  if (!found) throw new NotFound()
  return found
}
