import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pairs, mostAlike, peopleAlike, phoneKey } from '#app/accounts/duplicate-pairs.ts'

test.each([
  ['03-1234-5678', '0312345678'],
  ['+81 3-1234-5678', '0312345678'],
  ['+81 (0)3 1234 5678', '0312345678'],
  ['0081 3 1234 5678', '0312345678'],
  ['０３−１２３４−５６７８', '0312345678'],
  ['+49 30 1234567', '49301234567'],
  ['内線 123', null],
])('%s is dialled as %s', (phone, key) => {
  expect(phoneKey(phone)).toBe(key)
})

test('a pair for two reasons is one pair with both, and as likely as both say', () => {
  const pairs = new Pairs()
  pairs.alike(['acc_b', 'acc_a'], 'domain')
  pairs.alike(['acc_a', 'acc_b'], 'name')
  expect(pairs.take()).toEqual([{ firstId: 'acc_a', secondId: 'acc_b', why: ['domain', 'name'], strength: 100 }])
  expect(pairs.take()).toEqual([])
})

test('every pair comes once, the older id first, and never more than a group may give', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9_]{1,4}$/), { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 5 }), (groups) => {
      const pairs = new Pairs()
      for (const group of groups) pairs.alike(group, 'name')
      const found = pairs.take()
      expect(new Set(found.map((pair) => JSON.stringify([pair.firstId, pair.secondId]))).size).toBe(found.length)
      for (const pair of found) expect(pair.firstId < pair.secondId).toBe(true)
      expect(found.length).toBeLessThanOrEqual(groups.length * (mostAlike - 1))
      for (const group of groups.filter((one) => one.length > 1 && one.length <= mostAlike))
        expect(found.some((pair) => group.includes(pair.firstId) && group.includes(pair.secondId))).toBe(true)
    }),
  )
})

test('people whose only likeness is a number are not shown', () => {
  const pairs = new Pairs()
  const phone = '03-1234-5678'
  peopleAlike(
    [
      { id: 'con_a', name: 'Anna Berg', phone, emailKey: null },
      { id: 'con_b', name: 'Ben Ito', phone, emailKey: null },
    ],
    pairs,
  )
  expect(pairs.take()).toEqual([])
})
