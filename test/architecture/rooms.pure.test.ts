import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cycles, databaseBelow, missing, roomOrder, routesAreLeaves, testsStayOut } from '#test/architecture/rooms.ts'
import { readTree, source } from '#test/architecture/source.ts'

const tree = readTree()

it('a room imports only rooms above it', () => {
  expect(roomOrder(tree)).toEqual([])
})

it('room order: what breaks it is found', () => {
  const wrong = (path: string, text: string) => roomOrder([source(path, text)])
  expect(wrong('app/accounts/a.ts', `import { open } from '#app/cases/open.ts'`)).toHaveLength(1)
  expect(wrong('app/accounts/a.ts', `const a = await import('../cases/open.ts')`)).toHaveLength(1)
  expect(wrong('app/accounts/a.ts', `export * from '#app/cases/open.ts'`)).toHaveLength(1)
  expect(wrong('app/accounts/a.server.ts', `import { cases } from '#db/schema/cases.ts'`)).toHaveLength(1)
  expect(wrong('app/accounts/a.server.ts', `import type { Case } from '#db/schema/cases.ts'`)).toHaveLength(1)
  expect(wrong('db/schema/accounts.ts', `import { cases } from '#db/schema/cases.ts'`)).toHaveLength(1)
  expect(wrong('app/accounts/a.ts', `import { errorWords } from '#app/words.ts'`)).toHaveLength(1)
  expect(wrong('app/cupboard/a.ts', '')).toHaveLength(1)
  expect(wrong('app/cases/a.ts', `import { open } from '#app/accounts/open.ts'`)).toEqual([])
  expect(wrong('app/accounts/routes/a.tsx', `import { open } from '#app/cases/open.ts'`)).toEqual([])
})

it('the database knows no room but the platform', () => {
  expect(databaseBelow(tree)).toEqual([])
  expect(databaseBelow([source('db/x.ts', `import { a } from '#app/cases/a.ts'`)])).toHaveLength(1)
})

it('nobody imports a route', () => {
  expect(routesAreLeaves(tree)).toEqual([])
  expect(routesAreLeaves([source('app/root.tsx', `import { a } from '#app/cases/routes/case.tsx'`)])).toHaveLength(1)
})

it('the product imports nothing from the tests', () => {
  expect(testsStayOut(tree)).toEqual([])
  expect(testsStayOut([source('app/a.ts', `import { world } from '#test/world.ts'`)])).toHaveLength(1)
})

it('no imports go in circles', () => {
  expect(cycles(tree)).toEqual([])
  const circle = [
    source('app/ui/a.ts', `import './b.ts'`),
    source('app/ui/b.ts', `import './c.ts'`),
    source('app/ui/c.ts', `import './a.ts'`),
  ]
  expect(cycles(circle)).toEqual(['app/ui/a.ts → app/ui/b.ts → app/ui/c.ts → app/ui/a.ts'])
  expect(
    cycles([source('app/ui/a.ts', `import type { B } from './b.ts'`), source('app/ui/b.ts', `import './a.ts'`)]),
  ).toEqual([])
})

it('every import of our own is there', () => {
  expect(missing(tree, existsSync)).toEqual([])
  expect(missing([source('app/a.ts', `import './nowhere.ts'`)], existsSync)).toHaveLength(1)
})
