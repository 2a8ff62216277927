import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { makeNonce, openNonce } from '#app/responses/nonce.server.ts'
import { coarseNetwork } from '#app/responses/record-touches.server.ts'
import { judge } from '#app/responses/response.ts'

const keys = makeKeyring(['a secret of the tests, longer than 32 characters'])
const at = 1_772_413_200_000

describe('a nonce', () => {
  it('opens as what it was made, for its invitation and time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 42 }),
        fc.option(fc.integer({ min: 0, max: 10 })),
        (issuedAt, confirms) => {
          const text = makeNonce(keys, 'inv_1', issuedAt, confirms)
          expect(openNonce(keys, 'inv_1', text, issuedAt)).toEqual({ key: text, issuedAt, confirms })
        },
      ),
    )
  })

  it('is refused when a single character of it was altered', () => {
    const text = makeNonce(keys, 'inv_1', at, 9)
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzABC_-.'),
        (i, char) => {
          const altered = text.slice(0, i) + char + text.slice(i + 1)
          fc.pre(altered !== text)
          expect(openNonce(keys, 'inv_1', altered, at)).toBeNull()
        },
      ),
    )
  })

  it('is refused for another invitation, under another secret, and from the future', () => {
    const text = makeNonce(keys, 'inv_1', at)
    expect(openNonce(keys, 'inv_2', text, at)).toBeNull()
    expect(openNonce(makeKeyring(['another secret that is longer than 32 characters']), 'inv_1', text, at)).toBeNull()
    expect(openNonce(keys, 'inv_1', text, at - 1)).toBeNull()
  })

  it('is refused, and nothing is thrown, whatever text stands in its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => openNonce(keys, 'inv_1', text, at) === null))
  })

  it('is never made twice', () => {
    const made = new Set(Array.from({ length: 10_000 }, () => makeNonce(keys, 'inv_1', at)))
    expect(made.size).toBe(10_000)
  })
})

describe('a submission', () => {
  const page = (issuedAt: number, confirms: number | null = null) => ({ issuedAt, confirms })
  const submit = (score: number, nonce: ReturnType<typeof page>, comment: string | null = null) => ({
    score,
    comment,
    nonce,
    at,
  })
  const nine = { score: 9, comment: 'fine', at: at - 60_000 }

  it('counts when its page is 700 ms old, and is suspect when younger', () => {
    expect(judge(submit(9, page(at - 700)), null, null)).toEqual({ kind: 'accept' })
    expect(judge(submit(9, page(at - 699)), null, null)).toEqual({ kind: 'quarantine', reason: 'too_fast' })
  })

  it('changes an answer only from a confirming page for that very score, made after the answer', () => {
    expect(judge(submit(3, page(at - 5_000)), nine, null)).toEqual({ kind: 'confirm', from: 9 })
    expect(judge(submit(3, page(at - 5_000, 4)), nine, null)).toEqual({ kind: 'confirm', from: 9 })
    expect(judge(submit(3, page(at - 5_000, 3)), nine, null)).toEqual({ kind: 'accept' })
    expect(judge(submit(3, page(nine.at, 3)), nine, null)).toEqual({ kind: 'quarantine', reason: 'older_page' })
  })

  it('never changes an answer unless a page made after it asked for exactly that', () => {
    const when = fc.integer({ min: at - 120_000, max: at })
    fc.assert(
      fc.property(
        fc.nat(10),
        when,
        fc.option(fc.nat(10)),
        fc.option(fc.string()),
        (score, issuedAt, confirms, comment) => {
          const verdict = judge({ score, comment, nonce: { issuedAt, confirms }, at }, nine, null)
          if (verdict.kind !== 'accept') return
          expect({ confirms, after: issuedAt > nine.at, aged: at - issuedAt >= 700 }).toEqual({
            confirms: score,
            after: true,
            aged: true,
          })
        },
      ),
    )
  })

  it('may add a comment to an answer that has none without being asked', () => {
    expect(judge(submit(9, page(at - 5_000), 'well'), { ...nine, comment: null }, null)).toEqual({ kind: 'accept' })
    expect(judge(submit(9, page(at - 5_000), 'well'), nine, null)).toEqual({ kind: 'confirm', from: 9 })
  })

  it('that says what is known already changes nothing, from whatever page', () => {
    expect(judge(submit(9, page(at - 100_000)), nine, null)).toEqual({ kind: 'same' })
    expect(judge(submit(9, page(at), 'fine'), nine, null)).toEqual({ kind: 'same' })
  })

  it('posted twice with one nonce is one; with other words it is suspect', () => {
    const before = { score: 9, comment: null, standing: 'accepted' }
    expect(judge(submit(9, page(at - 5_000)), { ...nine, comment: null }, before)).toEqual({ kind: 'same' })
    expect(judge(submit(3, page(at - 5_000)), { ...nine, comment: null }, before)).toEqual({
      kind: 'quarantine',
      reason: 'reused_nonce',
    })
    expect(judge(submit(9, page(at - 5_000)), null, { ...before, standing: 'quarantined' })).toEqual({
      kind: 'still_suspect',
    })
  })
})

it.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:12:34::1', '2001:db8:12::/48'],
  ['not an address', 'unknown'],
])('the address %s is kept as %s', (address, network) => {
  expect(coarseNetwork(address)).toBe(network)
})
