import { expect, test } from 'vitest'
import { AnyOrder, sorterOf } from '#app/accounts/import/any-order.ts'
import { noCounts } from '#app/accounts/import/counts.ts'
import type { Item } from '#app/accounts/import/fields.ts'
import { Stretch, stretchFor } from '#app/accounts/import/stretch.ts'

const ann: Item = { line: 2, account: { name: 'Acme' }, contact: { email: 'ann@acme.example', name: 'Ann' } }
const holds = (items: Item[], counts = { ...noCounts(), accounts: { new: 1, changed: 0, unchanged: 0 } }) => {
  const order = new AnyOrder()
  for (const item of items) order.meet(item)
  return order.holds(counts)
}

test('Lines of new people with an address, of companies named in one way, may be applied in any order', () => {
  expect(holds([ann, { ...ann, account: null }, { line: 3, account: { name: 'Birch' }, contact: null }])).toBe(true)
})

test.each<[string, Partial<Item>]>([
  ['a person with nothing but a name', { contact: { name: 'Ben' } }],
  ['a sponsor', { contact: { email: 'b@acme.example', isSponsor: true } }],
  ['a company above', { parent: 'Holding' }],
  ['a company named in another way', { account: { domain: 'acme.example' } }],
  ['a company named in two ways', { account: { name: 'Acme', externalId: 'A1' } }],
])('The order matters after %s', (_, other) => {
  expect(holds([ann, { ...ann, ...other }])).toBe(false)
})

test('The order matters where somebody is known; how companies are named does not where all of them are', () => {
  const known = { new: 0, changed: 0, unchanged: 1 }
  const twoWays: Item = { ...ann, account: { name: 'Acme', externalId: 'A1' } }
  expect(holds([ann], { ...noCounts(), contacts: known })).toBe(false)
  expect(holds([twoWays], { ...noCounts(), accounts: known })).toBe(true)
  expect(holds([twoWays], { ...noCounts(), accounts: { ...known, changed: 1 } })).toBe(false)
})

test('People are sorted by their name, however many columns it has, else by their address', () => {
  const sorter = sorterOf({ 0: 'email', 1: 'given_name', 3: 'family_name' })
  expect(sorter(['b@x.example', 'Ann', '', 'Archer'])).toBe('ann archer')
  expect(sorter(['b@x.example', '花子', '', '山田'])).toBe('山田 花子')
  expect(sorter(['B@x.example', '', '', ''])).toBe('b@x.example')
  expect(sorterOf({ 2: 'name' })(['', '', 'Zoë'])).toBe('zoë')
})

test('A stretch gives its lines back sorted, whole, and without those that were refused', () => {
  const stretch = new Stretch()
  for (const round of [1, 2]) {
    stretch.add(1, 'c', ['c', '山田 "花子"\n', `${'x'.repeat(2_000_000)}${round}`])
    stretch.add(2, 'b', null)
    stretch.add(3, 'a', ['a', '', ''])
    stretch.add(5, 'a', ['a', 'second', 'has a NUL \0 where nobody reads it'])
    stretch.sort()
    expect(stretch.length).toBe(4)
    expect(stretch.slice(0, 2)).toEqual([
      { line: 3, cells: ['a', '', ''] },
      { line: 5, cells: ['a', 'second', ''] },
    ])
    expect(stretch.slice(2, 4)).toEqual([
      { line: 1, cells: ['c', '山田 "花子"\n', `${'x'.repeat(2_000_000)}${round}`] },
    ])
    stretch.clear()
  }
})

test('A stretch is a whole number of batches, shorter where lines are long; a short file has none', () => {
  expect(stretchFor(1_999, 200_000, 200)).toBeUndefined()
  expect(stretchFor(1_000_000, 100_000_000, 200)).toBe(50_000) // 100 bytes a line
  expect(stretchFor(10_000, 100_000_000, 200)).toBe(600) // 10,000 bytes a line
  expect(stretchFor(2_000, 250_000_000, 200)).toBe(200)
})
