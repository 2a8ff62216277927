import { z } from 'zod'
import { line } from '#app/access/user.ts'
import { isId } from '#app/platform/id.ts'
import { cleanText } from '#app/platform/text.ts'
import type { PlaybookStep, PlaybookWhen } from '#db/enums/cases-replies.ts'
import { metrics } from '#db/enums/statistics.ts'
import { severities } from '#db/enums/surveys.ts'

export const mostPlaybooks = 100
export const mostSteps = 20
export const longestStep = 200
/** On one case: more than anybody does. */
export const mostTasks = 5 * mostSteps

const id = z.string().refine(isId)

/** As a form sends it: a condition that isn't asked for is an empty list, steps are lines. */
export const playbookSchema = z.object({
  name: line(80),
  metrics: z.array(z.enum(metrics)).max(metrics.length).default([]),
  severities: z.array(z.enum(severities)).max(severities.length).default([]),
  topicIds: z.array(id).max(50).default([]),
  steps: z
    .string()
    .max(mostSteps * (longestStep + 2))
    .transform((typed) => linesOf(typed))
    .pipe(z.array(z.string()).min(1).max(mostSteps))
    // Said of the field as a whole, which is one text on the page.
    .check(({ value, issues }) => {
      const input = value.find((step) => step.length > longestStep)
      if (input !== undefined)
        issues.push({ code: 'too_big', origin: 'string', maximum: longestStep, inclusive: true, input })
    }),
})
export const editPlaybookSchema = playbookSchema.extend({ playbookId: id, seenAt: z.coerce.number().int().min(0) })
export const playbookIdSchema = z.object({ playbookId: id })

export const attachInput = z.object({ caseId: id, playbookId: id })
export const addTaskInput = z.object({ caseId: id, text: line(longestStep) })
export const taskInput = z.object({ caseId: id, taskId: id })

const linesOf = (typed: string) =>
  (cleanText(typed) ?? '')
    .split('\n')
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '')

/** The conditions of a form as they are kept. */
export function whenOf({ metrics, severities, topicIds }: Required<PlaybookWhen>): PlaybookWhen {
  return {
    ...(metrics.length && { metrics }),
    ...(severities.length && { severities }),
    ...(topicIds.length && { topicIds }),
  }
}

/** Lines as steps. One whose words or whose place stayed keeps its id, so that cases don't get it a second time. */
export function stepsOf(
  lines: readonly string[],
  before: readonly PlaybookStep[],
  newStepId: () => string,
): PlaybookStep[] {
  const left = new Map(before.map((step) => [step.id, step]))
  const take = (step: PlaybookStep | undefined) => (step && left.delete(step.id) ? step.id : null)
  const same = lines.map((text) => take([...left.values()].find((step) => step.text === text)))
  return lines.map((text, i) => ({
    id: same[i] ?? (lines.length === before.length ? take(before[i]) : null) ?? newStepId(),
    text,
  }))
}

/** What a case is held against playbooks by. */
export interface CaseReason {
  metric: string | null
  severity: string
  topicIds: ReadonlySet<string>
}

export function fitsPlaybook(when: PlaybookWhen, reason: CaseReason): boolean {
  return (
    (!when.metrics || (reason.metric !== null && when.metrics.includes(reason.metric))) &&
    (!when.severities || when.severities.includes(reason.severity)) &&
    (!when.topicIds || when.topicIds.some((topicId) => reason.topicIds.has(topicId)))
  )
}

/** The one that says most about the reason: a topic counts more than the rest together; of equals the first. */
export function pickPlaybook<T extends { when: PlaybookWhen }>(list: readonly T[], reason: CaseReason): T | null {
  const weight = ({ when }: T) => (when.topicIds ? 4 : 0) + (when.severities ? 2 : 0) + (when.metrics ? 1 : 0)
  return list
    .filter(({ when }) => fitsPlaybook(when, reason))
    .reduce<T | null>((best, one) => (best === null || weight(one) > weight(best) ? one : best), null)
}
