import { format } from 'node:util'
import { afterEach, beforeEach } from 'vitest'

/*
 * Nobody writes to console.error by design, so what appears there is a fault that would otherwise scroll by.
 * A test that expects one replaces it: `vi.spyOn(console, 'error').mockImplementation(() => {})`.
 */
const said: string[] = []
console.error = (...words: unknown[]) => void said.push(format(...words))

beforeEach(() => {
  said.length = 0
})

afterEach(() => {
  if (said.length) throw new Error(`console.error was called:\n${said.join('\n')}`)
})
