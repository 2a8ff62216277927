import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { playbooksInUse, type PlaybookRow } from '#app/cases/playbooks/list-playbooks.server.ts'
import { attachInput, mostTasks, pickPlaybook, type CaseReason } from '#app/cases/playbooks/playbook.ts'
import { routeFacts } from '#app/cases/routing/routing-facts.server.ts'
import { workOnOpenCase } from '#app/cases/work-on-open-case.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { cases } from '#db/schema/cases.ts'
import { caseTasks } from '#db/schema/cases-replies.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** Puts a playbook on a case by hand. @throws NotFound, Forbidden, Conflict `too_many_tasks`, or once the case is closed */
export async function attachPlaybook(ctx: Ctx, input: z.input<typeof attachInput>): Promise<{ added: number }> {
  const { caseId, playbookId } = attachInput.parse(input)
  return workOnOpenCase(ctx, caseId, async (ctx, found) => {
    const playbook = (await playbooksInUse(ctx)).find((one) => one.id === playbookId)
    if (!playbook) throw new NotFound()
    return { added: await putSteps(ctx, found, playbook) }
  })
}

/**
 * Subscriber of `cases.opened` and `cases.joined`: puts the playbook on the case that fits its reason best. Run again it
 * adds nothing, and a step that somebody took off stays off.
 */
export async function attachFitting(ctx: Ctx, event: EventRow): Promise<void> {
  if ((await playbooksInUse(ctx)).length === 0) return // asking costs no write
  await write(ctx, async (ctx) => {
    await lockCase(ctx.tx, event.subjectId)
    const [found] = await ctx.tx.select().from(cases).where(eq(cases.id, event.subjectId))
    if (!found || found.state === 'closed') return
    const playbook = pickPlaybook(await playbooksInUse(ctx), await reasonOf(ctx, event, found.severity))
    if (playbook) await putSteps(ctx, found, playbook)
  })
}

/** What was said and how bad it is; topics also of words that no pump has looked through yet. */
async function reasonOf(ctx: TxCtx, event: EventRow, severity: string): Promise<CaseReason> {
  const { responseId, voiceId } = event.data
  const answerId = typeof responseId === 'string' ? responseId : null
  const said = answerId ? { responseId: answerId } : typeof voiceId === 'string' ? { voiceId } : null
  if (!said) return { metric: null, severity, topicIds: new Set() }
  const [answer] = answerId
    ? await ctx.tx
        .select({ metric: programs.metric })
        .from(responses)
        .innerJoin(programs, eq(programs.id, responses.programId))
        .where(eq(responses.id, answerId))
    : []
  const { topicIds } = await routeFacts(ctx, { account: null, said }, true)
  return { metric: answer?.metric ?? null, severity, topicIds }
}

/** @returns how many of its steps the case did not have. Too many for one case: a person is told, a machine leaves it. */
async function putSteps(
  ctx: TxCtx,
  found: { id: string; accountId: string | null },
  playbook: PlaybookRow,
): Promise<number> {
  const at = ctx.now()
  const { id, playbookId, stepId, removedAt, position } = caseTasks
  const rows = await ctx.tx.select({ id, playbookId, stepId, removedAt, position }).from(caseTasks).where(eq(caseTasks.caseId, found.id)) // prettier-ignore
  const own = rows.filter((row) => row.playbookId === playbook.id)
  const steps = new Set(playbook.steps.map((step) => step.id))
  const off = own.filter((row) => row.removedAt !== null && row.stepId !== null && steps.has(row.stepId))
  const gone = ctx.actor.kind === 'user' ? off : []
  const fresh = playbook.steps.filter((step) => !own.some((row) => row.stepId === step.id))
  const more = fresh.length + gone.length
  if (more > 0 && rows.filter((row) => row.removedAt === null).length + more > mostTasks) {
    if (ctx.actor.kind === 'user') throw new Conflict('too_many_tasks')
    return 0
  }
  const from = Math.max(0, ...rows.map((row) => row.position)) + 1
  const added = await ctx.tx
    .insert(caseTasks)
    .values(
      playbook.steps.map(({ id: stepId, text }, i) => ({
        id: newId('tsk', at),
        caseId: found.id,
        playbookId: playbook.id,
        stepId,
        text,
        position: from + i,
        createdBy: ctx.actor.id ?? ctx.actor.kind,
        createdAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: caseTasks.id })
  // Whoever puts a playbook on a case means all of it, also what was taken off before.
  for (const { id } of gone) await ctx.tx.update(caseTasks).set({ removedAt: null }).where(eq(caseTasks.id, id))
  const back = gone.length
  if (added.length + back > 0)
    await recordEvent(ctx, {
      type: 'cases.playbook_attached',
      subject: { kind: 'case', id: found.id },
      accountId: found.accountId,
      data: { playbookId: playbook.id, added: added.length + back },
    })
  return added.length + back
}
