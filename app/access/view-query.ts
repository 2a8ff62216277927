const paging = new Set(['after', 'before', 'limit'])

/** A query as a view keeps it: without paging and empty values, in one order, so that two that ask the same are the same. */
export function viewQuery(search: string): string {
  const query = new URLSearchParams(
    [...new URLSearchParams(search)].filter(([name, value]) => value && !paging.has(name)),
  )
  query.sort()
  return query.toString()
}
