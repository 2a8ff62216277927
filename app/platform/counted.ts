/** Counts of a list stop here: beyond it nobody needs the number, and a page stays as fast as with few. */
export const mostCounted = 10_000

/** A tab has no room for more, and is counted on every page of its list. */
export const mostOnTab = 1_000
