import { z } from 'zod'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { snoozeSpans } from '#app/cases/snoozing/snooze.ts'
import { snoozeCase, wakeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { tagField } from '#app/cases/tags/tag.ts'
import { tagCase, untagCase } from '#app/cases/tags/tag-case.server.ts'
import { Refusal } from '#app/platform/errors.ts'

const id = z.string().min(1).max(64)
/** As many as a page of the queue holds at most. */
const many = <Of extends z.ZodType>(of: Of) => z.array(of).min(1).max(200)

export const changeManySchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('assign'), caseIds: many(id), ownerId: id }),
  /** What undoes it: each case back to whom it was taken from. */
  z.object({ intent: z.literal('give-back'), pairs: many(z.object({ caseId: id, ownerId: id })) }),
  z.object({ intent: z.literal('snooze'), caseIds: many(id), span: z.enum(snoozeSpans) }),
  z.object({ intent: z.literal('wake'), caseIds: many(id) }),
  z.object({ intent: z.literal('tag'), caseIds: many(id), tag: tagField }),
  z.object({ intent: z.literal('untag'), caseIds: many(id), tag: tagField }),
])
export type ChangeMany = z.output<typeof changeManySchema>

export interface ChangedMany {
  /** The cases that were changed, with who had them before. */
  done: { caseId: string; ownerId: string }[]
  /** How many were not, by the code of the refusal. */
  refused: Record<string, number>
}

/**
 * The same change to many cases, each by its own rules and on its own: what one refuses doesn't keep the others.
 * @throws Forbidden for who works no cases
 */
export async function changeMany(ctx: Ctx, input: z.input<typeof changeManySchema>): Promise<ChangedMany> {
  const change = changeManySchema.parse(input)
  authorise(ctx, 'cases.work')
  const result: ChangedMany = { done: [], refused: {} }
  const pairs = change.intent === 'give-back' ? change.pairs : change.caseIds.map((caseId) => ({ caseId, ownerId: '' }))
  for (const pair of pairs)
    try {
      const { ownerId } = await findCase(ctx, pair.caseId)
      await changeOne(ctx, change, pair)
      result.done.push({ caseId: pair.caseId, ownerId })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error
      result.refused[error.code] = (result.refused[error.code] ?? 0) + 1
    }
  return result
}

async function changeOne(ctx: Ctx, change: ChangeMany, { caseId, ownerId }: { caseId: string; ownerId: string }) {
  switch (change.intent) {
    case 'assign':
      return assignCase(ctx, { caseId, ownerId: change.ownerId })
    case 'give-back':
      return assignCase(ctx, { caseId, ownerId })
    case 'snooze':
      return snoozeCase(ctx, { caseId, span: change.span })
    case 'wake':
      return wakeCase(ctx, { caseId })
    case 'tag':
      return tagCase(ctx, { caseId, tag: change.tag })
    case 'untag':
      return untagCase(ctx, { caseId, tag: change.tag })
  }
}
