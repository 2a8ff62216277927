import { z } from 'zod'
import { can } from '#app/audit/can.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { id } from '#app/cases/case.ts'
import { findCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { snoozeSpans } from '#app/cases/snoozing/snooze.ts'
import { snoozeCase, wakeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { tagField } from '#app/cases/tags/tag.ts'
import { tagCase, untagCase } from '#app/cases/tags/tag-case.server.ts'
import { Conflict, Refusal } from '#app/platform/errors.ts'

/** As many as a page of the queue holds at most. */
const many = <Of extends z.ZodType>(of: Of) => z.array(of).min(1).max(200)

export const changeManySchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('assign'), caseIds: many(id), ownerId: id }),
  /** What undoes it: each case back to whom it was taken from, unclaimed as it was. When it was claimed isn't kept. */
  z.object({
    intent: z.literal('give-back'),
    /** To whom they were given: from anybody else nothing is taken. */
    from: id,
    pairs: many(z.object({ caseId: id, ownerId: id, unclaimed: z.boolean().default(false) })),
  }),
  z.object({ intent: z.literal('snooze'), caseIds: many(id), span: z.enum(snoozeSpans) }),
  z.object({ intent: z.literal('wake'), caseIds: many(id) }),
  z.object({ intent: z.literal('tag'), caseIds: many(id), tag: tagField }),
  z.object({ intent: z.literal('untag'), caseIds: many(id), tag: tagField }),
])
export type ChangeMany = z.output<typeof changeManySchema>

type Pair = { caseId: string; ownerId: string; unclaimed: boolean }

interface Done extends Pair {
  /** Whether taking the change back leaves the case as it was, and who made it may. */
  undoable: boolean
}

export interface ChangedMany {
  /** The cases that were changed, with how they stood before. */
  done: Done[]
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
  const pairs =
    change.intent === 'give-back'
      ? change.pairs
      : change.caseIds.map((caseId) => ({ caseId, ownerId: '', unclaimed: false }))
  for (const pair of pairs)
    try {
      const before = await findCase(ctx, pair.caseId)
      if (!(await changeOne(ctx, change, pair, before))) continue
      const { ownerId, claimedAt } = before
      const undoable = comesBack(change, before)
      result.done.push({ caseId: pair.caseId, ownerId, unclaimed: claimedAt === null, undoable })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error
      result.refused[error.code] = (result.refused[error.code] ?? 0) + 1
    }
  const [given] = result.done
  if (change.intent === 'assign' && given) {
    // All of them are one colleague's now: who gave them out of their reach can't take them back.
    const undoable = can(ctx.actor, 'cases.work', await findCase(ctx, given.caseId))
    for (const one of result.done) one.undoable = undoable
  }
  return result
}

/**
 * Whether it changed anything. Of what an undo restores, the version that was read is the one that is changed.
 * @throws what the verb refuses
 */
async function changeOne(ctx: Ctx, change: ChangeMany, { caseId, ownerId, unclaimed }: Pair, before: CaseRow) {
  const { lockVersion } = before
  switch (change.intent) {
    case 'assign':
      return assignCase(ctx, { caseId, ownerId: change.ownerId, lockVersion })
    case 'give-back':
      if (before.ownerId !== change.from) throw new Conflict('case_changed')
      return assignCase(ctx, { caseId, ownerId, lockVersion }, unclaimed ? null : undefined)
    case 'snooze':
      return snoozeCase(ctx, { caseId, span: change.span, lockVersion })
    case 'wake':
      return wakeCase(ctx, { caseId })
    case 'tag':
      return tagCase(ctx, { caseId, tag: change.tag })
    case 'untag':
      return untagCase(ctx, { caseId, tag: change.tag })
  }
}

/** One that was put off before wouldn't come back as it was. */
const comesBack = ({ intent }: ChangeMany, before: CaseRow) =>
  intent === 'snooze' ? before.snoozedUntil === null : intent === 'assign' || intent === 'tag'
