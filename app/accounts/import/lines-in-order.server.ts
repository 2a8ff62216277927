import { sorterOf } from '#app/accounts/import/any-order.ts'
import { batchSize, type Import, type OpenImport } from '#app/accounts/import/open-import.server.ts'
import type { Line } from '#app/accounts/import/read-lines.ts'
import { Rejected } from '#app/accounts/import/rejected.server.ts'
import { Stretch } from '#app/accounts/import/stretch.ts'
import type { Ctx } from '#app/audit/context.server.ts'

export interface Ordered {
  /** Lines of the file, those included that the check refused. */
  count: number
  /** The lines that it accepted. */
  wanted: Line[]
  /** All of them, where they come as they stand in the file. */
  lines: Line[]
}

/**
 * The lines of an import from about the `from`-th on, batch by batch in the order in which they are applied: that of the
 * file, or, where the check found that none matters, sorted by name a long stretch at a time. Then each page of the
 * indexes of names is written once a stretch instead of once a person.
 * @returns `done`, how many lines stand before the first batch
 */
export function linesInOrder(
  ctx: Ctx,
  row: Import,
  open: OpenImport | null,
  from: number,
): { done: number; batches: AsyncIterable<Ordered> | Iterable<Ordered> } {
  if (!open) return { done: from, batches: [] }
  const rejected = new Rejected(ctx, row.id)
  const size = row.counts?.stretch
  if (!size) return { done: from, batches: asTheyStand(open.batches(from), rejected) }
  const done = from - (from % size)
  return { done, batches: sorted(open.batches(done), rejected, { size, keyOf: sorterOf(row.mapping) }) }
}

async function* asTheyStand(batches: AsyncIterable<Line[]>, rejected: Rejected): AsyncGenerator<Ordered> {
  for await (const lines of batches) yield { count: lines.length, lines, wanted: await rejected.without(lines) }
}

async function* sorted(
  batches: AsyncIterable<Line[]>,
  rejected: Rejected,
  { size, keyOf }: { size: number; keyOf: (cells: string[]) => string },
): AsyncGenerator<Ordered> {
  const stretch = new Stretch()
  for await (const lines of batches) {
    const wanted = new Set(await rejected.without(lines))
    for (const line of lines) stretch.add(line.line, keyOf(line.cells), wanted.has(line) ? line.cells : null)
    if (stretch.length >= size) yield* inBatches(stretch)
  }
  yield* inBatches(stretch)
}

function* inBatches(stretch: Stretch): Generator<Ordered> {
  stretch.sort()
  for (let at = 0; at < stretch.length; at += batchSize) {
    const count = Math.min(batchSize, stretch.length - at)
    const wanted = stretch.slice(at, at + count)
    yield { count, wanted, lines: wanted }
  }
  stretch.clear()
}
