import { and, asc, count, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import type { z } from 'zod'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { CaseRow } from '#app/cases/change-case.server.ts'
import { playbooksInUse } from '#app/cases/playbooks/list-playbooks.server.ts'
import { addTaskInput, mostTasks, taskInput } from '#app/cases/playbooks/playbook.ts'
import { workOnOpenCase } from '#app/cases/work-on-open-case.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
import { users } from '#db/schema/access.ts'
import { caseTasks, playbooks } from '#db/schema/cases-replies.ts'

/** What is to be done on a case in its order, and the playbooks that could be put on it. The caller has found the case. */
export async function tasksOfCase(ctx: Ctx, caseId: string, mayWork: boolean) {
  const tasks = await read(ctx)
    .select({
      id: caseTasks.id,
      text: caseTasks.text,
      playbookId: caseTasks.playbookId,
      doneAt: caseTasks.doneAt,
      by: users.name,
    })
    .from(caseTasks)
    .leftJoin(users, eq(users.id, caseTasks.doneBy))
    .where(and(eq(caseTasks.caseId, caseId), isNull(caseTasks.removedAt)))
    .orderBy(asc(caseTasks.position), asc(caseTasks.id))
    .limit(2 * mostTasks) // a case that another was joined into may have more
  const on = new Set(tasks.map((task) => task.playbookId))
  const free = mayWork ? (await playbooksInUse(ctx)).filter((one) => !on.has(one.id)) : []
  return { tasks, playbooks: free.map(({ id, name }) => ({ id, name })) }
}

export type CaseTasks = Awaited<ReturnType<typeof tasksOfCase>>

/** What stands on the page of a case; `open`: of it what is still to be done. */
export async function countTasks(ctx: Ctx, caseId: string, { open = false } = {}): Promise<number> {
  const [row] = await read(ctx)
    .select({ n: count() })
    .from(caseTasks)
    .where(and(eq(caseTasks.caseId, caseId), isNull(caseTasks.removedAt), open ? isNull(caseTasks.doneAt) : undefined))
  return row!.n
}

/** A task of one's own for this case. @throws Conflict `too_many_tasks`, or once it is closed */
export async function addTask(ctx: Ctx, input: z.input<typeof addTaskInput>): Promise<{ taskId: string }> {
  const { caseId, text } = addTaskInput.parse(input)
  return workOnOpenCase(ctx, caseId, async (ctx, found) => {
    if ((await countTasks(ctx, caseId)) >= mostTasks) throw new Conflict('too_many_tasks')
    const [all] = await ctx.tx
      .select({ last: max(caseTasks.position) })
      .from(caseTasks)
      .where(eq(caseTasks.caseId, caseId))
    const id = newId('tsk', ctx.now())
    const createdBy = ctx.actor.id ?? ctx.actor.kind
    const row = { id, caseId, text, position: (all!.last ?? 0) + 1, createdBy, createdAt: ctx.now() }
    await ctx.tx.insert(caseTasks).values(row)
    await told(ctx, 'cases.task_added', found, id)
    return { taskId: id }
  })
}

/** Of two who do it at once, the first has done it. */
export const doTask = (ctx: Ctx, input: z.input<typeof taskInput>) =>
  change(ctx, input, 'cases.task_done', { doneAt: ctx.now(), doneBy: ctx.actor.id }, isNull(caseTasks.doneAt))

export const undoTask = (ctx: Ctx, input: z.input<typeof taskInput>) =>
  change(ctx, input, 'cases.task_undone', { doneAt: null, doneBy: null }, isNotNull(caseTasks.doneAt))

export const removeTask = (ctx: Ctx, input: z.input<typeof taskInput>) =>
  change(ctx, input, 'cases.task_removed', { removedAt: ctx.now() }, isNull(caseTasks.removedAt))

export const restoreTask = (ctx: Ctx, input: z.input<typeof taskInput>) =>
  change(ctx, input, 'cases.task_restored', { removedAt: null }, isNotNull(caseTasks.removedAt))

/** Changes one task if it isn't so already; then nothing is told. @throws NotFound, Conflict `too_many_tasks` */
async function change(
  ctx: Ctx,
  input: z.input<typeof taskInput>,
  type: string,
  set: Partial<typeof caseTasks.$inferInsert>,
  where: ReturnType<typeof isNull>,
): Promise<{ text: string }> {
  const { caseId, taskId } = taskInput.parse(input)
  return workOnOpenCase(ctx, caseId, async (ctx, found) => {
    const mine = and(eq(caseTasks.id, taskId), eq(caseTasks.caseId, caseId))
    const [row] = await ctx.tx.select({ text: caseTasks.text }).from(caseTasks).where(mine)
    if (!row) throw new NotFound()
    const changed = await ctx.tx.update(caseTasks).set(set).where(and(mine, where)).returning({ id: caseTasks.id })
    const back = changed.length > 0 && set.removedAt === null
    if (back && (await countTasks(ctx, caseId)) > mostTasks) throw new Conflict('too_many_tasks')
    if (changed.length) await told(ctx, type, found, taskId)
    return row
  })
}

const told = (ctx: TxCtx, type: string, { id, accountId }: CaseRow, taskId: string) =>
  recordEvent(ctx, { type, subject: { kind: 'case', id }, accountId, data: { taskId } })

/** What the tasks and playbooks are called that events of a case name. */
export async function namesOfTasks(ctx: Ctx, data: Record<string, unknown>[]): Promise<Map<string, string>> {
  const ids = (key: string) => [...new Set(data.flatMap((one) => (typeof one[key] === 'string' ? [one[key]] : [])))]
  const [taskIds, playbookIds] = [ids('taskId'), ids('playbookId')]
  const names = [
    ...(taskIds.length
      ? await read(ctx).select({ id: caseTasks.id, name: caseTasks.text }).from(caseTasks).where(inArray(caseTasks.id, taskIds)) // prettier-ignore
      : []),
    ...(playbookIds.length
      ? await read(ctx).select({ id: playbooks.id, name: playbooks.name }).from(playbooks).where(inArray(playbooks.id, playbookIds)) // prettier-ignore
      : []),
  ]
  return new Map(names.map(({ id, name }) => [id, name]))
}

/** Own tasks that are about somebody who is erased; `marks` null: all of the case's. */
export async function blankTasks(ctx: TxCtx, caseId: string, marks: Marks | null): Promise<void> {
  const rows = await ctx.tx
    .select()
    .from(caseTasks)
    .where(and(eq(caseTasks.caseId, caseId), isNull(caseTasks.playbookId)))
  const ids = rows.filter((row) => marks === null || isAbout(row.text, marks)).map((row) => row.id)
  if (ids.length) await ctx.tx.update(caseTasks).set({ text: '' }).where(inArray(caseTasks.id, ids))
}
