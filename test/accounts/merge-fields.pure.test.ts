import { expect, test } from 'vitest'
import { accountFields, compare, defaultSurvivor, mergedColumns } from '#app/accounts/merging/fields.ts'
import { newAccount } from '#app/accounts/account-row.server.ts'

const row = (over: Partial<ReturnType<typeof newAccount>>) => ({
  ...newAccount({ name: 'Acme' }, { at: 1, baseCurrency: 'JPY' }),
  ...over,
})

test('What only the other says is filled, what both say is chosen, what neither says is left out', () => {
  const mine = row({ tier: 'A', plan: 'Pro', products: [], health: 'unknown' })
  const theirs = row({ tier: 'B', plan: 'Pro', products: ['App'], health: 'red', industry: 'Retail' })
  const how = Object.fromEntries(compare(accountFields, mine, theirs).map((one) => [one.field, one.how]))
  expect(how).toEqual({
    name: 'same',
    tier: 'choose',
    plan: 'same',
    industry: 'filled',
    products: 'filled',
    health: 'filled',
    isInternal: 'same',
  })
})

test('The survivor’s value stays unless the other’s is taken; what is empty is never taken', () => {
  const mine = row({ tier: 'A', region: 'Japan', arrMinor: 5, currency: 'JPY', arrBaseMinor: 5 })
  const theirs = row({ tier: 'B', region: null, arrMinor: 7, currency: 'EUR', arrBaseMinor: null, stage: 'Live' })
  expect(mergedColumns(accountFields, mine, theirs, [])).toEqual({ stage: 'Live' })
  // Amount and currency go together.
  expect(mergedColumns(accountFields, mine, theirs, ['tier', 'value', 'region'])).toEqual({
    tier: 'B',
    arrMinor: 7,
    currency: 'EUR',
    arrBaseMinor: null,
    stage: 'Live',
  })
})

test('Properties of both are kept; of one that both have the chosen value', () => {
  const mine = row({ properties: { seats: 5, crm: 'x' } })
  const theirs = row({ properties: { seats: 9, city: 'Kyoto' } })
  expect(mergedColumns(accountFields, mine, theirs, [])).toEqual({ properties: { city: 'Kyoto', crm: 'x', seats: 5 } })
  expect(mergedColumns(accountFields, mine, theirs, ['properties'])).toEqual({
    properties: { city: 'Kyoto', crm: 'x', seats: 9 },
  })
})

test('Who has an id elsewhere stays, else who says more, else the older', () => {
  const [a, b] = [row({ id: 'acc_1' }), row({ id: 'acc_2' })]
  expect(defaultSurvivor(accountFields, b, a).id).toBe('acc_1')
  expect(defaultSurvivor(accountFields, a, { ...b, tier: 'A' }).id).toBe('acc_2')
  expect(defaultSurvivor(accountFields, { ...a, externalId: 'X' }, { ...b, tier: 'A', plan: 'P', region: 'R' }).id).toBe('acc_1') // prettier-ignore
})
