import type { z } from 'zod'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { resolveInput } from '#app/cases/case.ts'
import { changeCase } from '#app/cases/change-case.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { countTasks } from '#app/cases/playbooks/case-tasks.server.ts'
import { planRecovery } from '#app/cases/recovery/plan-recovery.server.ts'
import { Invalid } from '#app/platform/errors.ts'

/**
 * What it came from and what was done about it: both are needed, for they are what the company learns. Whether it was put
 * right the customer is asked some days later.
 * @throws Invalid `tasks_open` when steps of its checklist are open and nobody said so
 */
export async function resolveCase(ctx: Ctx, input: z.input<typeof resolveInput>): Promise<void> {
  const { caseId, cause, action, text, lockVersion, leavingOpen = 0 } = resolveInput.parse(input)
  await write(ctx, async (ctx) => {
    await lockCase(ctx.tx, caseId)
    const open = await countTasks(ctx, caseId, { open: true })
    const row = await changeCase(ctx, {
      caseId,
      verb: 'resolve',
      event: 'cases.resolved',
      lockVersion,
      set: { cause, action, resolvedAt: ctx.now() },
      data: { cause, action, ...(open > 0 && { openTasks: open }) },
      entry: { kind: 'note', text },
    })
    if (open > 0 && open !== leavingOpen) throw new Invalid('tasks_open', { leavingOpen: 'tasks_open' }, { n: open })
    await planRecovery(ctx, row)
  })
}
