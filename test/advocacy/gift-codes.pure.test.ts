import { expect, it } from 'vitest'
import { maskedCode, readCodes, tailOf } from '#app/advocacy/rewards/gift-codes.ts'
import { after, pointsOf, rewardVerbs } from '#app/advocacy/rewards/reward.ts'
import { fillThanks, nextTier, standardTiers, tierOf } from '#app/advocacy/rewards/tiers.ts'
import { rewardStates } from '#db/enums/advocacy-rewards.ts'

it('codes are read one a line, as people paste and export them; what is none is said with its line', () => {
  const text =
    '\ufeffAAAA-1111\r\n\n  "BBBB-2222",,\nAAAA-1111\none,two\n=cmd|x\n<b>x</b>\nカード\nCCCC 3333\t\n' +
    'x'.repeat(101)
  expect(readCodes(text)).toEqual({
    codes: [
      { line: 1, code: 'AAAA-1111' },
      { line: 3, code: 'BBBB-2222' },
      { line: 6, code: '=cmd|x' },
      { line: 7, code: '<b>x</b>' },
      { line: 9, code: 'CCCC 3333' },
    ],
    refused: [
      { line: 4, why: 'twice' },
      { line: 5, why: 'not_one' },
      { line: 8, why: 'not_one' },
      { line: 10, why: 'too_long' },
    ],
  })
})

it('of a code the last four are shown where eight stay hidden, of a shorter one nothing', () => {
  expect(maskedCode(tailOf('ABCD-EFGH-IJ12'))).toBe('•••• IJ12')
  expect(maskedCode(tailOf('SHORT-12345'))).toBe('••••')
})

it('a tier is the highest that the points reach, and the next is told with what is missing', () => {
  expect(tierOf(standardTiers, 9)).toBe(null)
  expect([10, 49, 50, 150, 9_999].map((n) => tierOf(standardTiers, n)!.key)).toEqual(['friend', 'friend', 'advocate', 'ambassador', 'ambassador']) // prettier-ignore
  // 50 − 42
  expect(nextTier(standardTiers, 42)).toMatchObject({ tier: { key: 'advocate' }, missing: 8 })
  expect(nextTier(standardTiers, 150)).toBe(null)
})

it('nothing leaves what is issued, and cancelled points count no more', () => {
  for (const verb of rewardVerbs) expect(after('issued', verb)).toBe(null)
  const points = rewardStates.map((state) => [state, ...[true, false].map((pointsAnyway) => pointsOf({ state, points: 5, pointsAnyway }))]) // prettier-ignore
  expect(points).toEqual([['earned', 5, 5], ['approved', 5, 5], ['issued', 5, 5], ['barred', 5, 0], ['cancelled', 0, 0]]) // prettier-ignore
})

it('words of a mail are filled in once: what a name holds is not filled in again', () => {
  expect(fillThanks('{name}, {tier}! {other}', { name: '{tier}', tier: 'Friend' })).toBe('{tier}, Friend! {other}')
})
