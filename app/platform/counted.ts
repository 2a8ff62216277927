/** Counts of a list stop here: beyond it nobody needs the number, and a page stays as fast as with few. */
export const mostCounted = 10_000
