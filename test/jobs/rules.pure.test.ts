import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { backoff } from '#app/jobs/backoff.ts'
import { errorText } from '#app/jobs/error-text.ts'

const chance = fc.double({ min: 0, max: 1, noNaN: true })

it('a pause is between half and the whole of its step, and never longer than two hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), chance, (attempt, random) => {
      const full = Math.min(7_200_000, 10_000 * 3 ** (attempt - 1))
      const pause = backoff(attempt, random)
      expect(pause).toBeGreaterThanOrEqual(Math.floor(full / 2))
      expect(pause).toBeLessThanOrEqual(full)
    }),
  )
})

it('pauses grow until the longest: even the longest of a step is shorter than the shortest two steps later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), chance, chance, (attempt, a, b) => {
      expect(backoff(attempt, a)).toBeLessThan(backoff(attempt + 2, b))
    }),
  )
})

it('what is written of an error names no person and no secret', () => {
  const text = errorText(
    new Error(
      'no mailbox taro.yamada@example.co.jp for "山田 太郎" at /s/abcdefghijklmnopqrstuvwxyz0123456789.abc\nparams: secret',
    ),
  )
  expect(text).toBe('Error: no mailbox …@… for "…" at /s/…')
})

it('of a failed query only the cause and its code are written', () => {
  const cause = Object.assign(new Error('UNIQUE constraint failed: users.email_key'), {
    code: 'SQLITE_CONSTRAINT_UNIQUE',
  })
  expect(errorText(new Error('Failed query: insert … params: taro', { cause }))).toBe(
    'Error SQLITE_CONSTRAINT_UNIQUE: UNIQUE constraint failed: users.email_key',
  )
})

it('an input that fits no schema says where and why, not the first line of its JSON', () => {
  const { error } = z.object({ response: z.object({ id: z.string() }) }).safeParse({ response: {} })
  expect(errorText(error)).toMatch(/^ZodError: response\.id: Invalid input/)
})
