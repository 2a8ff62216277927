import { rateDifference } from '#app/statistics/differences.ts'
import { rateOf, type Rate } from '#app/statistics/rates.ts'

/** What a guard warns of: only promoters sent to public reviews, few people carrying most asks, fewer people saying yes. */
export const guardKinds = ['gating', 'few_carry', 'acceptance'] as const
export type GuardKind = (typeof guardKinds)[number]

/** Days that are looked at, and as many before them. */
export const guardDays = 90
/** So long a colleague who has seen a warning isn't shown it again. */
export const seenDays = 30
/** Asks below which nothing is said of who carries them: of twenty, five people with two each already bear half. */
export const fewestAsks = 20
/** More than this share of the asks on five people is too much. */
export const mostOnFive = 0.4
/** People whose answer is in, in either of two periods, below which they aren't compared. */
export const fewestAnswered = 30

/** Five people carry more than `mostOnFive` of at least `fewestAsks` asks. */
export const tooFewCarry = ({ theirs, of }: { theirs: number; of: number }): boolean =>
  of >= fewestAsks && theirs / of > mostOnFive

export interface Fall {
  now: Rate
  before: Rate
  p: number
}

/** People of whom so many said yes. */
export interface Answered {
  hits: number
  n: number
}

/**
 * Whether fewer people say yes than before, beyond chance: at least `fewestAnswered` people in both periods, Newcombe's 95 %
 * interval of the difference wholly below zero, and the pooled z test below .05. Null when it isn't so.
 */
export function fallOf(now: Answered, before: Answered): Fall | null {
  if (Math.min(now.n, before.n) < fewestAnswered) return null
  const difference = rateDifference(now, before)!
  if (difference.high >= 0 || difference.p >= 0.05) return null
  return { now: rateOf(now.hits, now.n)!, before: rateOf(before.hits, before.n)!, p: difference.p }
}
