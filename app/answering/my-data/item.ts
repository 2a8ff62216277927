import type { Fact, FieldKey, Item, SectionKey } from '#app/answering/my-data/my-data.ts'

/** Rows of one short read. */
export const step = 200

export type Said = [field: FieldKey, value: string | number | null | undefined, shown?: string | null]

/** One thing, of the facts that are known. */
export function item(section: SectionKey, said: Said[]): Item {
  const facts = said.flatMap(([field, value, shown]): Fact[] =>
    value === null || value === undefined || value === ''
      ? []
      : [{ field, value, ...(shown != null && shown !== value && { shown }) }],
  )
  return { section, facts }
}

/** Rows in the order of their ids, a step at a time, so that none has to wait for all. */
export async function* inSteps<Row extends { id: string }>(
  next: (after: string) => PromiseLike<Row[]>,
): AsyncGenerator<Row> {
  for (let after = ''; ;) {
    const rows = await next(after)
    yield* rows
    if (rows.length < step) return
    after = rows.at(-1)!.id
  }
}
