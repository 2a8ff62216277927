import type { z } from 'zod'
import { listCaseWorkers } from '#app/access/list-case-workers.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { noteInput } from '#app/cases/case.ts'
import { addEntry, findCase } from '#app/cases/change-case.server.ts'
import { keptFromOf } from '#app/cases/kept-cases.server.ts'
import { mentionsIn } from '#app/cases/notices/mentions.ts'

/**
 * A note for colleagues, never seen by the customer; also on a closed case. Two people may write at once. Whom it names
 * (`@` and the name) is told.
 */
export async function addCaseNote(ctx: Ctx, input: z.input<typeof noteInput>): Promise<{ entryId: string }> {
  const { caseId, text } = noteInput.parse(input)
  return write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    const entryId = await addEntry(ctx, caseId, 'note', text)
    const mentions = await mentionedIn(ctx, caseId, text)
    await recordEvent(ctx, {
      type: 'cases.noted',
      subject: { kind: 'case', id: caseId },
      accountId: found.accountId,
      data: { entryId, ...(mentions.length && { mentions }) },
    })
    return { entryId }
  })
}

/** Named colleagues who may see the case. */
async function mentionedIn(ctx: TxCtx, caseId: string, text: string): Promise<string[]> {
  if (!/[@＠]/.test(text)) return []
  const kept = await keptFromOf(ctx, caseId)
  return mentionsIn(text, await listCaseWorkers(ctx)).filter((id) => !kept.includes(id))
}
