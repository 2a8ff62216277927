import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getPlaybook, playbooksInUse, type PlaybookRow } from '#app/cases/playbooks/list-playbooks.server.ts'
import {
  editPlaybookSchema,
  mostPlaybooks,
  playbookIdSchema,
  playbookSchema,
  stepsOf,
  whenOf,
} from '#app/cases/playbooks/playbook.ts'
import { Conflict } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { nameLock } from '#db/lock.ts'
import { playbooks } from '#db/schema/cases-replies.ts'

const oneAtATime = nameLock('cases.playbooks')

/** @throws Conflict `too_many_playbooks` */
export async function addPlaybook(ctx: Ctx, input: z.input<typeof playbookSchema>): Promise<{ playbookId: string }> {
  authorise(ctx, 'replies.edit')
  const given = playbookSchema.parse(input)
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    await room(ctx)
    const at = ctx.now()
    const id = newId('plb', at)
    const steps = stepsOf(given.steps, [], () => newId('stp', at))
    const row = { id, name: given.name, when: whenOf(given), steps, archivedAt: null, createdAt: at, updatedAt: at }
    await ctx.tx.insert(playbooks).values(row)
    await told(ctx, 'cases.playbook_added', row)
    return { playbookId: id }
  })
}

/** Cases that have it keep their steps as they are. @throws NotFound, Conflict `changed_meanwhile` */
export async function editPlaybook(ctx: Ctx, input: z.input<typeof editPlaybookSchema>): Promise<void> {
  authorise(ctx, 'replies.edit')
  const { playbookId, seenAt, ...given } = editPlaybookSchema.parse(input)
  await write(ctx, async (ctx) => {
    const before = await getPlaybook(ctx, playbookId)
    const steps = stepsOf(given.steps, before.steps, () => newId('stp', ctx.now()))
    const [row] = await ctx.tx
      .update(playbooks)
      .set({ name: given.name, when: whenOf(given), steps, updatedAt: Math.max(ctx.now(), seenAt + 1) })
      .where(and(eq(playbooks.id, playbookId), eq(playbooks.updatedAt, seenAt)))
      .returning()
    if (!row) throw new Conflict('changed_meanwhile')
    await told(ctx, 'cases.playbook_edited', row)
  })
}

/** Put on no further case; those that have it keep it. @throws NotFound */
export const archivePlaybook = (ctx: Ctx, input: z.input<typeof playbookIdSchema>) => setArchived(ctx, input, true)

/** @throws NotFound, Conflict `too_many_playbooks` */
export const restorePlaybook = (ctx: Ctx, input: z.input<typeof playbookIdSchema>) => setArchived(ctx, input, false)

async function setArchived(ctx: Ctx, input: z.input<typeof playbookIdSchema>, archived: boolean) {
  authorise(ctx, 'replies.edit')
  const { playbookId } = playbookIdSchema.parse(input)
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    const before = await getPlaybook(ctx, playbookId)
    if ((before.archivedAt !== null) === archived) return { name: before.name }
    if (!archived) await room(ctx)
    await ctx.tx
      .update(playbooks)
      .set({ archivedAt: archived ? ctx.now() : null })
      .where(eq(playbooks.id, playbookId))
    await told(ctx, archived ? 'cases.playbook_archived' : 'cases.playbook_restored', before)
    return { name: before.name }
  })
}

/** @throws Conflict `too_many_playbooks` */
async function room(ctx: TxCtx): Promise<void> {
  if ((await playbooksInUse(ctx)).length >= mostPlaybooks) throw new Conflict('too_many_playbooks')
}

const told = (ctx: TxCtx, type: string, { id, steps, when }: Pick<PlaybookRow, 'id' | 'steps' | 'when'>) =>
  recordEvent(ctx, {
    type,
    subject: { kind: 'playbook', id },
    data: { steps: steps.length, conditions: Object.keys(when) },
  })
