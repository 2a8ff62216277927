import { and, ne } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { delimiters, type Delimiter } from '#app/accounts/import/delimiter.ts'
import { encodings, type Encoding } from '#app/accounts/import/encodings.ts'
import { itemReader, type ReadItem } from '#app/accounts/import/read-item.ts'
import { readLines, type Line } from '#app/accounts/import/read-lines.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { readFile } from '#app/platform/files.server.ts'
import { fold } from '#app/platform/text.ts'
import { users } from '#db/schema/access.ts'
import type { imports } from '#db/schema/accounts.ts'

export type Import = typeof imports.$inferSelect

/** Lines of one write: short enough that an answer never waits long behind one. */
export const batchSize = 200

export interface OpenImport {
  baseCurrency: string
  item: (line: Line) => ReadItem
  /** The lines after the header, at most `batchSize` at a time, without the first `skip`. @throws BrokenFile */
  batches: (skip: number) => AsyncGenerator<Line[]>
  /** Bytes read so far. */
  position: () => number
}

export const formOf = (row: Pick<Import, 'encoding' | 'delimiter'>): { encoding: Encoding; delimiter: Delimiter } => ({
  encoding: encodings.find((encoding) => encoding === row.encoding) ?? 'utf-8',
  delimiter: delimiters.find((delimiter) => delimiter === row.delimiter) ?? ',',
})

/** Opens the file of an import by its mapping. Null when it has no header. */
export async function openImport(ctx: Ctx, row: Import): Promise<OpenImport | null> {
  const { baseCurrency } = await getOrganisation(ctx)
  const owners = await ownersOf(ctx)
  let position = 0
  async function* chunks() {
    for await (const chunk of readFile(ctx.store.db, row.fileId)) {
      position += chunk.length
      yield chunk
    }
  }
  const blocks = readLines(chunks(), formOf(row))
  const first = await blocks.next()
  if (first.done) return null
  const [header, ...rest] = first.value
  async function* batches(skip: number) {
    let left = skip
    let waiting: Line[] = []
    const take = function* (block: Line[], last: boolean) {
      waiting = left ? waiting : waiting.concat(block)
      if (left) {
        waiting = block.slice(left)
        left = Math.max(0, left - block.length)
      }
      while (waiting.length >= batchSize || (last && waiting.length)) {
        yield waiting.slice(0, batchSize)
        waiting = waiting.slice(batchSize)
      }
    }
    yield* take(rest, false)
    for await (const block of blocks) yield* take(block, false)
    yield* take([], true)
  }
  return {
    baseCurrency,
    item: itemReader(header!.cells, row.mapping, { baseCurrency, owners }),
    batches,
    position: () => position,
  }
}

/** Colleagues by address, and by name where only one has it. */
async function ownersOf(ctx: Ctx): Promise<Map<string, string>> {
  const all = await read(ctx)
    .select({ id: users.id, email: users.email, name: users.name })
    .from(users)
    .where(and(ne(users.state, 'ended')))
  const owners = new Map<string, string>()
  const twice = new Set<string>()
  for (const user of all) {
    const name = fold(user.name)
    if (owners.has(name)) twice.add(name)
    owners.set(name, user.id)
  }
  for (const name of twice) owners.delete(name)
  for (const user of all) owners.set(fold(user.email), user.id)
  return owners
}
