/** Days from today in which a renewal is near. */
export const renewsWithin = 90
/** Days for which a low answer speaks for a person, unless they say something else. */
export const lowFor = 180
/** Rows of each list of a day; the whole list is a link away. */
export const fewRows = 4

/** The lists of cases of a day, in the order of the page, by what the queue calls each. */
export const dayLists = {
  late: { late: '1' },
  due: { due: 'today' },
  replies: { reply: 'waits' },
} as const
export type DayList = keyof typeof dayLists

/** The queue filtered to exactly the cases of a list. */
export const queueOf = (list: DayList): string =>
  `?${new URLSearchParams({ scope: 'mine', ...dayLists[list] }).toString()}`
