import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { noteInput } from '#app/cases/case.ts'
import { addEntry, findCase } from '#app/cases/change-case.server.ts'

/** A note for colleagues, never seen by the customer; also on a closed case. Two people may write at once. */
export async function addCaseNote(ctx: Ctx, input: z.input<typeof noteInput>): Promise<{ entryId: string }> {
  const { caseId, text } = noteInput.parse(input)
  return write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    const entryId = await addEntry(ctx, caseId, 'note', text)
    await recordEvent(ctx, {
      type: 'cases.noted',
      subject: { kind: 'case', id: caseId },
      accountId: found.accountId,
      data: { entryId },
    })
    return { entryId }
  })
}
