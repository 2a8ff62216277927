import { readFileSync } from 'node:fs'

let known: string | undefined

/** Of this Koe, as package.json says. */
export function version(): string {
  known ??= (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  return known
}
