import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { allTemplates, getTemplate, templateOf, type ReplyTemplate } from '#app/cases/replies/list-templates.server.ts'
import {
  editTemplateSchema,
  mostTemplates,
  templateIdSchema,
  templateSchema,
  variableFault,
} from '#app/cases/replies/template.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { nameLock } from '#db/lock.ts'
import { replyTemplates } from '#db/schema/cases-replies.ts'

const oneAtATime = nameLock('cases.reply-templates')

/** @throws Invalid naming the field whose variables are wrong, Conflict `too_many_templates` */
export async function addTemplate(ctx: Ctx, input: z.input<typeof templateSchema>): Promise<{ templateId: string }> {
  authorise(ctx, 'replies.edit')
  const given = templateSchema.parse(input)
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    const set = await checked(ctx, given)
    await room(ctx)
    const at = ctx.now()
    const id = newId('rpt', at)
    await ctx.tx.insert(replyTemplates).values({ id, ...set, uses: 0, createdAt: at, updatedAt: at })
    await told(ctx, 'cases.template_added', { id, ...set })
    return { templateId: id }
  })
}

/** @throws NotFound, Invalid as above, Conflict `changed_meanwhile` when somebody changed it since it was opened */
export async function editTemplate(ctx: Ctx, input: z.input<typeof editTemplateSchema>): Promise<void> {
  authorise(ctx, 'replies.edit')
  const { templateId, seenAt, ...given } = editTemplateSchema.parse(input)
  await write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    const before = await getTemplate(ctx, templateId)
    const set = await checked(ctx, given, before.topicId)
    if (before.updatedAt !== seenAt) throw new Conflict('changed_meanwhile')
    await store(ctx, before, { ...set, updatedAt: Math.max(ctx.now(), seenAt + 1) })
    await told(ctx, 'cases.template_edited', { id: templateId, ...set })
  })
}

/** Offered no more; replies that were written with it stay. @throws NotFound */
export const archiveTemplate = (ctx: Ctx, input: z.input<typeof templateIdSchema>) => setArchived(ctx, input, true)

/** @throws NotFound, Conflict `too_many_templates` */
export const restoreTemplate = (ctx: Ctx, input: z.input<typeof templateIdSchema>) => setArchived(ctx, input, false)

async function setArchived(
  ctx: Ctx,
  input: z.input<typeof templateIdSchema>,
  archived: boolean,
): Promise<{ name: string }> {
  authorise(ctx, 'replies.edit')
  const { templateId } = templateIdSchema.parse(input)
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    const before = await getTemplate(ctx, templateId)
    if ((before.archivedAt !== null) === archived) return { name: before.name }
    if (!archived) await room(ctx)
    await store(ctx, before, { archivedAt: archived ? ctx.now() : null })
    await told(ctx, archived ? 'cases.template_archived' : 'cases.template_restored', before)
    return { name: before.name }
  })
}

/** @throws Conflict `too_many_templates` */
async function room(ctx: TxCtx): Promise<void> {
  const inUse = (await allTemplates(ctx)).filter((one) => one.archivedAt === null)
  if (inUse.length >= mostTemplates) throw new Conflict('too_many_templates')
}

/** A reply was written with it; many count at once. One that is gone meanwhile is no reason to lose the reply. */
export async function countUse(ctx: TxCtx, templateId: string): Promise<void> {
  const found = await templateOf(ctx, templateId)
  if (found) await store(ctx, found, { lastUsedAt: ctx.now() }, true)
}

/** Writes into its row; a shipped one that has none gets it now. */
async function store(
  ctx: TxCtx,
  { shipped: _, ...before }: ReplyTemplate,
  set: Partial<typeof replyTemplates.$inferInsert>,
  used = false,
): Promise<void> {
  const uses = used ? { uses: before.uses + 1 } : {}
  await ctx.tx
    .insert(replyTemplates)
    .values({ ...before, createdAt: ctx.now(), ...set, ...uses })
    .onConflictDoUpdate({
      target: replyTemplates.id,
      set: { ...set, ...(used && { uses: sql`${replyTemplates.uses} + 1` }) },
    })
}

/** A topic that was put away since may stay. */
async function checked(ctx: TxCtx, given: z.output<typeof templateSchema>, kept: string | null = null) {
  const { name, language, body, subject = null, topicId = null } = given
  for (const [field, text] of [
    ['body', body],
    ['subject', subject ?? ''],
  ] as const) {
    const fault = variableFault(text)
    if (fault) throw new Invalid(fault.code, { [field]: fault.code }, { names: fault.names.join(', ') })
  }
  const known = topicId === null || topicId === kept || (await listTopicNames(ctx)).some(({ id }) => id === topicId)
  if (!known) throw new Invalid('template_topic', { topicId: 'template_topic' })
  return { name, language, body, subject, topicId }
}

const told = (
  ctx: TxCtx,
  type: string,
  { id, language, topicId }: Pick<ReplyTemplate, 'id' | 'language' | 'topicId'>,
) => recordEvent(ctx, { type, subject: { kind: 'reply_template', id }, data: { language, topicId } })
