import { DAY } from '#app/platform/day.ts'

/** What a person has to do: what it is called, and within how many days of when it began to wait. */
export const taskVerbs = {
  do_ask: 7,
  ask_again: 0,
  look_at_stop: 3,
  edit_quote: 7,
  publish_quote: 3,
  review_referral: 2,
  take_referral: 2,
} as const
export type TaskVerb = keyof typeof taskVerbs

export const dueOf = (verb: TaskVerb, since: number): number => since + taskVerbs[verb] * DAY

/** So long it is told that the owner of an account stopped an ask. */
export const stoppedFor = 14 * DAY

/** What a colleague may say is done without doing it elsewhere: there is nothing to do any more. */
export const dismissable: readonly TaskVerb[] = ['ask_again', 'look_at_stop']
