/** A count of cases stops here: beyond it nobody needs the number, and a page stays as fast as with few. */
export const mostCounted = 10_000
