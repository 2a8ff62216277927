import { and, ne } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { delimiters } from '#app/accounts/import/delimiter.ts'
import { encodings } from '#app/accounts/import/encodings.ts'
import { joinHeader } from '#app/accounts/import/header.ts'
import { itemReader, type ReadItem } from '#app/accounts/import/read-item.ts'
import { readLines, type Line } from '#app/accounts/import/read-lines.ts'
import type { FileForm } from '#app/accounts/import/sample.server.ts'
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
  header: string[]
  item: (line: Line) => ReadItem
  /** The lines after the header, at most `batchSize` at a time, without the first `skip`. @throws BrokenFile */
  batches: (skip: number) => AsyncGenerator<Line[]>
  /** Bytes read so far. */
  position: () => number
}

export const formOf = (row: Pick<Import, 'encoding' | 'delimiter' | 'options'>): FileForm => ({
  encoding: encodings.find((encoding) => encoding === row.encoding) ?? 'utf-8',
  delimiter: delimiters.find((delimiter) => delimiter === row.delimiter) ?? ',',
  headerAt: row.options?.headerAt ?? 0,
  headerRows: row.options?.headerRows ?? 1,
})

/** Opens the file of an import by its mapping and by how its check read the columns. Null when it has no header. */
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
  const { headerAt, headerRows, ...form } = formOf(row)
  const blocks = readLines(chunks(), form)
  const top: Line[] = []
  while (top.length < headerAt + headerRows) {
    const block = await blocks.next()
    if (block.done) break
    top.push(...block.value)
  }
  if (top.length <= headerAt) return null
  const rest = top.splice(headerAt + headerRows)
  const header = joinHeader(top.slice(headerAt).map(({ cells }) => cells))
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
    item: itemReader(header, row.mapping, {
      baseCurrency,
      owners,
      readings: row.counts?.readings ?? [],
      anonymous: row.kind === 'history',
    }),
    header,
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
