import { createHash } from 'node:crypto'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { ImportKind } from '#app/accounts/import/fields.ts'
import { headerKey } from '#app/accounts/import/header-key.ts'
import { guessMapping, type Mapping } from '#app/accounts/import/mapping.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { imports, type ImportOptions } from '#db/schema/accounts.ts'

/** Each column by its name, told apart where two have the same. */
export function namesOf(header: string[]): string[] {
  const met = new Map<string, number>()
  return header.map((cell) => {
    const name = headerKey(cell).slice(0, 100)
    const n = (met.get(name) ?? 0) + 1
    met.set(name, n)
    return n === 1 ? name : `${name}#${n}`
  })
}

/** Names a set of headers, in whatever order they stand. */
export const keyOfHeader = (kind: ImportKind, header: string[]) =>
  createHash('sha256')
    .update(JSON.stringify([kind, namesOf(header).sort()]))
    .digest('base64url')
    .slice(0, 22)

/** What a person chose for a file of these headers the last time, or else a guess. */
export async function columnsFor(
  ctx: Ctx,
  { kind, header, samples }: { kind: ImportKind; header: string[]; samples: string[][] },
): Promise<{ mapping: Mapping; options: ImportOptions }> {
  const [last] = await ctx.store.db
    .select({ id: imports.id, options: imports.options })
    .from(imports)
    .where(and(eq(imports.headerKey, keyOfHeader(kind, header)), isNotNull(imports.headerKey)))
    .orderBy(desc(imports.id))
    .limit(1)
  const byName = last?.options?.byName
  if (!last || !byName) return { mapping: guessMapping(header, samples, kind), options: {} }
  const mapping: Mapping = {}
  const dates: NonNullable<ImportOptions['dates']> = {}
  namesOf(header).forEach((name, index) => {
    const chosen = byName[name]
    if (chosen?.field) mapping[index] = chosen.field
    if (chosen?.date) dates[index] = chosen.date
  })
  const { programId } = last.options!
  return { mapping, options: { mappedFrom: last.id, dates, ...(programId && { programId }) } }
}

/** A mapping as it is remembered: by the names of the columns. */
export function byNameOf(header: string[], mapping: Mapping, dates: NonNullable<ImportOptions['dates']>) {
  return Object.fromEntries(
    namesOf(header).map((name, index) => [
      name,
      { field: mapping[index] ?? '', ...(dates[index] && { date: dates[index] }) },
    ]),
  )
}
