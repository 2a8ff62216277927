import { z } from 'zod'
import type { ColumnKind } from '#db/migrations.ts'

/*
 * One archive for both engines: gzipped lines of JSON. The first is the header; then, table by table, a line that names
 * the table and one array a row; the last counts the rows and seals everything before it.
 */

export const FORMAT = 1

/** Bytes of one line: a row with a long mail fits many times over, a bomb doesn't. */
export const longestLine = 64 * 1024 * 1024

/** How much longer the content may be than the file: rows compress well, though not like zeros. */
export const mostInflation = 400

const columnKind = z.enum(['text', 'number', 'bool', 'json', 'bytes']) satisfies z.ZodType<ColumnKind>

export const headerSchema = z.object({
  koe: z.literal('backup'),
  format: z.number().int(),
  /** Of the Koe that made it. */
  version: z.string().max(60),
  /** The last migration of the database it was made from. */
  migration: z.string().max(200),
  engine: z.enum(['sqlite', 'postgres']),
  madeAt: z.number().int(),
  /** Ids of the secrets in use then, newest first; never the secrets. */
  keys: z.array(z.string().max(20)).min(1).max(50),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.tuple([z.string(), columnKind])) })),
})
export type Header = z.infer<typeof headerSchema>

export const trailerSchema = z.object({
  end: z.literal(true),
  rows: z.record(z.string(), z.number().int()),
  /** SHA-256 of every line before, in hex, signed with the newest secret. */
  seal: z.string().max(400),
})

/** A value as it stands in an archive: JSON columns as their text, bytes in base64. */
export type Value = string | number | boolean | null

/** Whether a value may stand in a column. */
export function fits(value: unknown, kind: ColumnKind): value is Value {
  if (value === null) return true
  if (kind === 'number') return typeof value === 'number'
  if (kind === 'bool') return typeof value === 'boolean'
  return typeof value === 'string'
}

/** `koe-20261122-014500-v0.1.0.koe.gz`, by the time in UTC: names sort by age. */
export function archiveName(madeAt: number, version: string, note = ''): string {
  const stamp = new Date(madeAt).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  return `koe-${stamp}-v${version.replace(/[^\w.-]/g, '_')}${note ? `-${note}` : ''}.koe.gz`
}

/** What `archiveName` was told: null when a file has another name. */
export function readArchiveName(name: string): { madeAt: number; version: string; note: string } | null {
  const found = /^koe-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-v(\d[\w.]*?)(?:-([\w-]+))?\.koe\.gz$/.exec(name)
  if (!found) return null
  const [, y, mo, d, h, mi, s, version, note] = found
  return { madeAt: Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`), version: version!, note: note ?? '' }
}
