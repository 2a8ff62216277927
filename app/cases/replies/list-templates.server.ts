import { desc } from 'drizzle-orm'
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
  const shipped = starterTemplates.map((starter): ReplyTemplate => {
    const row = stored.get(starter.id)
    if (row && row.updatedAt > 0) return { ...row, shipped: true }
    const { uses = 0, lastUsedAt = null, archivedAt = null } = row ?? {}
    return { ...starter, uses, lastUsedAt, archivedAt, updatedAt: 0, shipped: true }
  })
  const ids = new Set(starterTemplates.map((starter) => starter.id))
  return [...rows.filter((row) => !ids.has(row.id)).map((row) => ({ ...row, shipped: false })), ...shipped]
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
  const found = (await allTemplates(ctx)).find((one) => one.id === templateId)
  if (!found) throw new NotFound()
  return found
}
