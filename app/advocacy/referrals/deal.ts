import { readAmount, readCurrency, toMinor } from '#app/accounts/import/values.ts'

/** What a deal is worth, in minor units of a currency and of the organisation's. */
export interface Deal {
  dealMinor: number
  currency: string
  /** Null in another currency than the organisation's, which takes a rate. */
  dealBaseMinor: number | null
}

/**
 * Reads a deal as people write it. A currency in the amount counts before the one beside it, and that before the
 * organisation's.
 * @returns the deal, or what is wrong with which field
 */
export function readDeal(
  { amount, currency }: { amount?: string; currency?: string },
  baseCurrency: string,
): { deal: Deal } | { field: 'amount' | 'currency'; wrong: string } {
  if (!amount?.trim()) return { field: 'amount', wrong: 'deal_missing' }
  const sum = readAmount(amount)
  if ('wrong' in sum) return { field: 'amount', wrong: sum.wrong }
  const beside = currency?.trim() ? readCurrency(currency) : { value: baseCurrency }
  if ('wrong' in beside) return { field: 'currency', wrong: beside.wrong }
  const code = sum.value.currency ?? beside.value
  const minor = toMinor(sum.value.amount, code)
  if ('wrong' in minor) return { field: 'amount', wrong: minor.wrong }
  if (minor.value === 0) return { field: 'amount', wrong: 'deal_missing' }
  return {
    deal: { dealMinor: minor.value, currency: code, dealBaseMinor: code === baseCurrency ? minor.value : null },
  }
}
