import { longestOther, mostProducts } from '#app/accounts/import/fields.ts'
import type { Read } from '#app/accounts/import/read.ts'
import { cleanText } from '#app/platform/text.ts'
import type { PropertyValue } from '#db/schema/accounts.ts'

const mostProperties = 50

/** A flat JSON object of texts, numbers and truths; null takes one out. Lists of texts are joined. */
export function readProperties(text: string): Read<Record<string, PropertyValue>> {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { wrong: 'json_invalid' }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { wrong: 'json_no_object' }
  const found: [string, PropertyValue][] = []
  for (const [name, value] of Object.entries(given)) {
    const key = cleanText(name)?.slice(0, 101) ?? ''
    const plainValue = Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(', ') : value
    if (plainValue !== null && !['string', 'number', 'boolean'].includes(typeof plainValue))
      return { wrong: 'json_nested' }
    const clean = typeof plainValue === 'string' ? cleanText(plainValue) : (plainValue as PropertyValue)
    if (!key || key.length > 100 || (typeof clean === 'string' && clean.length > 1000))
      return { wrong: 'json_too_long' }
    found.push([key, clean])
  }
  if (found.length > mostProperties) return { wrong: 'json_too_many' }
  return { value: Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

/** Names between commas, semicolons or bars. */
export function readProducts(text: string): Read<string[]> {
  const products = [...new Set(text.split(/[;|、，\n]|,\s*/).map((part) => part.trim()).filter(Boolean))].sort() // prettier-ignore
  if (products.length > mostProducts || products.some((product) => product.length > longestOther))
    return { wrong: 'too_many_products' }
  return { value: products }
}
