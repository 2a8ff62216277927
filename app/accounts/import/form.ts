/** Which of three numbers is the day, the month and the year. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

/** The deepest place of a header that is found, and that can be chosen. */
export const deepestHeader = 15
/** Records that can make a header together. */
export const mostHeaderRows = 3
