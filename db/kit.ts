import type { SQL } from 'drizzle-orm'
import * as p from 'drizzle-orm/pg-core'
import * as s from 'drizzle-orm/sqlite-core'
import { engine } from '#db/engine.ts'

/*
 * The column vocabulary: what a table is made of, in the words of the engine of this process.
 * Types are SQLite's; the PostgreSQL kit answers to the same names.
 */

/** The condition of a partial index with its values written out: a migration has nobody to fill in placeholders. */
function literalWhere<B extends { on(...columns: never[]): { where(condition: SQL): unknown } }>(builder: B): B {
  const on = builder.on.bind(builder) as (...columns: never[]) => { where(condition: SQL): unknown }
  builder.on = ((...columns: never[]) => {
    const index = on(...columns)
    const where = index.where.bind(index)
    index.where = (condition) => where(condition.inlineParams())
    return index
  }) as B['on']
  return builder
}

const sqliteKit = {
  table: s.sqliteTable,
  index: (name: string) => literalWhere(s.index(name)),
  uniqueIndex: (name: string) => literalWhere(s.uniqueIndex(name)),
  primaryKey: s.primaryKey,
  /** Text, ids included. */
  text: (name: string) => s.text(name),
  /** One of a fixed list of words. */
  oneOf: <const W extends readonly [string, ...string[]]>(name: string, words: W) =>
    s.text(name, { enum: [...words] as unknown as [W[number], ...W[number][]] }),
  /** A whole number within 32 bits: counts, scores, days since 1970. */
  int: (name: string) => s.integer(name),
  /** A whole number within 53 bits: milliseconds UTC, minor units of money. */
  big: (name: string) => s.integer(name),
  real: (name: string) => s.real(name),
  bool: (name: string) => s.integer(name, { mode: 'boolean' }),
  json: <T>(name: string) => s.text(name, { mode: 'json' }).$type<T>(),
  bytes: (name: string) => s.blob(name, { mode: 'buffer' }),
}

export type Kit = typeof sqliteKit

const bytea = p.customType<{ data: Buffer }>({ dataType: () => 'bytea' })

const postgresKit = {
  table: p.pgTable,
  index: (name: string) => literalWhere(p.index(name)),
  uniqueIndex: (name: string) => literalWhere(p.uniqueIndex(name)),
  primaryKey: p.primaryKey,
  text: (name: string) => p.text(name),
  oneOf: (name: string) => p.text(name),
  int: (name: string) => p.integer(name),
  big: (name: string) => p.bigint(name, { mode: 'number' }),
  real: (name: string) => p.doublePrecision(name),
  bool: (name: string) => p.boolean(name),
  json: (name: string) => p.jsonb(name),
  bytes: (name: string) => bytea(name),
} as unknown as Kit

export const k: Kit = engine === 'postgres' ? postgresKit : sqliteKit
