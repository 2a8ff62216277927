import { headlineDays } from '#app/insights/overview.ts'
import type { Class } from '#db/enums/statistics.ts'

/** A counted answer of one person to one program. */
export interface ChainLink {
  id: string
  programId: string
  day: number
  answeredAt: number
  class: Class
}

/** An answer that the same person gave again, and the day on which they did. */
export interface Repeated {
  responseId: string
  programId: string
  day: number
  nextDay: number
  class: Class
}

/**
 * The answers of one person to one program that another one follows within a headline's window: each with the day of
 * that next one. Others can't stand in one window with their next, so they need no keeping.
 */
export function repeatsOf(answers: readonly ChainLink[]): Repeated[] {
  const chain = answers.toSorted((a, b) => a.day - b.day || a.answeredAt - b.answeredAt || (a.id < b.id ? -1 : 1))
  return chain.slice(0, -1).flatMap((answer, i) => {
    const nextDay = chain[i + 1]!.day
    if (nextDay - answer.day >= headlineDays) return []
    return [{ responseId: answer.id, programId: answer.programId, day: answer.day, nextDay, class: answer.class }]
  })
}

/** The days from which on windows that end there hold both answers, and hold them no more: `[from, until)`. */
export const windowsOfRepeat = ({ day, nextDay }: Pick<Repeated, 'day' | 'nextDay'>) => ({
  from: nextDay,
  until: day + headlineDays,
})
