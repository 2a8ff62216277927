import { expect, it } from 'vitest'
import { foreignWrites, offsets, sqliteOnly, tablesOf } from '#test/architecture/database.ts'
import { readTree, source } from '#test/architecture/source.ts'

const tree = readTree()
const tables = tablesOf(tree)

it('no query is run by a word that only SQLite knows', () => {
  expect(sqliteOnly(tree)).toEqual([])
  const wrong = (text: string) => sqliteOnly([source('app/cases/a.server.ts', text)])
  expect(wrong(`await tx.select().from(cases).where(x).get()`)).toHaveLength(1)
  expect(wrong(`await read(ctx).select().from(cases).all()`)).toHaveLength(1)
  expect(wrong(`await read(ctx).select().from(cases).values()`)).toHaveLength(1)
  expect(wrong(`await tx.insert(cases).values(row).run()`)).toHaveLength(1)
  expect(wrong('await ctx.tx.run(sql`vacuum`)')).toHaveLength(1)
  expect(wrong('await read(ctx).all(sql`select 1`)')).toHaveLength(1)
  expect(
    wrong(`await Promise.all(rows.map((row) => tx.insert(cases).values(row))); known.get('a'); store.run(true)`),
  ).toEqual([])
})

it('a room writes only its own tables', () => {
  expect(foreignWrites(tree)).toEqual([])
})

it('foreign writes: what breaks the rule is found', () => {
  const wrong = (path: string, text: string) => foreignWrites([source(path, text)], tables)
  const from = `import { accounts } from '#db/schema/accounts.ts'\n`
  expect(wrong('app/cases/a.server.ts', `${from}tx.insert(accounts).values(row)`)).toHaveLength(1)
  expect(wrong('app/cases/a.server.ts', `${from}tx.update(accounts).set(row)`)).toHaveLength(1)
  expect(wrong('app/cases/a.server.ts', `${from}tx.delete(accounts)`)).toHaveLength(1)
  expect(
    wrong('app/cases/a.server.ts', `import { accounts as a } from '#db/schema/accounts.ts'\ntx.delete(a)`),
  ).toHaveLength(1)
  expect(wrong('app/cases/a.server.ts', 'tx.execute(sql`update accounts set name = 1`)')).toHaveLength(1)
  expect(wrong('app/cases/a.server.ts', `${from}tx.execute(sql\`insert into \${accounts} values (1)\`)`)).toHaveLength(
    1,
  )
  expect(wrong('app/accounts/routes/a.tsx', `${from}tx.delete(accounts)`)).toHaveLength(1)
  expect(wrong('app/accounts/a.server.ts', `${from}tx.delete(accounts)`)).toEqual([])
  expect(wrong('app/cases/a.server.ts', `${from}tx.select().from(accounts); seen.delete(one)`)).toEqual([])
})

it('every schema file declares tables', () => {
  expect(tables.get('events')).toEqual({ room: 'audit', table: 'events' })
  expect(new Set([...tables.values()].map(({ table }) => table)).size).toBe(tables.size)
})

it('lists page by a key, never by an offset', () => {
  expect(offsets(tree)).toEqual([])
  expect(offsets([source('app/cases/a.server.ts', 'tx.select().from(cases).offset((page - 1) * 100)')])).toHaveLength(1)
})
