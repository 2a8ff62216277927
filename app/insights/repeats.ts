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

/** The answers of one person to one program, but the latest: each with the day of the next one. */
export function repeatsOf(answers: readonly ChainLink[]): Repeated[] {
  const chain = answers.toSorted((a, b) => a.day - b.day || a.answeredAt - b.answeredAt || (a.id < b.id ? -1 : 1))
  return chain.slice(0, -1).map((answer, i) => ({
    responseId: answer.id,
    programId: answer.programId,
    day: answer.day,
    nextDay: chain[i + 1]!.day,
    class: answer.class,
  }))
}
