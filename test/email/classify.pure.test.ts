import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromHeader, isAddress, mayLeave, oneLine } from '#app/email/address.ts'
import { classify, retryAfter } from '#app/email/classify.ts'
import { deliveryOf, movesForward } from '#app/email/delivery.ts'
import { deliveries } from '#db/enums/email.ts'

const now = Date.parse('2026-03-02T01:00:00Z')

it.each([
  // the same status with three meanings: the name decides
  ['rate_limit_exceeded', 429, 'later'],
  ['daily_quota_exceeded', 429, 'pause'],
  ['monthly_quota_exceeded', 429, 'pause'],
  ['something_new', 429, 'later'],
  // one status, two meanings
  ['invalid_idempotent_request', 409, 'person'],
  ['concurrent_idempotent_requests', 409, 'unknown'],
  // keys and accounts
  ['missing_api_key', 401, 'pause'],
  ['restricted_api_key', 401, 'pause'],
  ['invalid_api_key', 403, 'pause'],
  ['suspended_api_key', 403, 'pause'],
  ['invalid_from_address', 422, 'pause'],
  // one name, two meanings: a mistake in a mail, and a domain that isn't verified
  ['validation_error', 400, 'refuse'],
  ['validation_error', 422, 'refuse'],
  ['validation_error', 403, 'pause'],
  ['missing_required_field', 422, 'refuse'],
  ['invalid_idempotency_key', 400, 'refuse'],
  ['not_found', 404, 'refuse'],
  // it may have been accepted
  ['application_error', 500, 'unknown'],
  ['internal_server_error', 500, 'unknown'],
  ['something_new', 503, 'unknown'],
  ['application_error', null, 'unknown'],
  ['something_new', 200, 'unknown'],
] as const)('%s with status %s means: %s', (name, status, kind) => {
  expect(classify({ name, status }, now).kind).toBe(kind)
})

it('waits as long as the provider asks, in seconds or until a date, but never longer than a day', () => {
  expect(classify({ name: 'rate_limit_exceeded', status: 429, headers: { 'retry-after': '7' } }, now)).toMatchObject({
    after: 7_000,
  })
  expect(retryAfter({ 'retry-after': 'Mon, 02 Mar 2026 01:01:00 GMT' }, now)).toBe(60_000)
  expect(retryAfter({ 'ratelimit-reset': '2' }, now)).toBe(2_000)
  expect(retryAfter({ 'retry-after': '999999999' }, now)).toBe(86_400_000)
  expect(retryAfter({ 'retry-after': 'soon' }, now)).toBe(null)
  expect(retryAfter({ 'retry-after': 'Mon, 02 Mar 2020 01:01:00 GMT' }, now)).toBe(0)
})

it('no error of any name and status ever counts as accepted or is thrown', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.integer({ min: 100, max: 599 })), fc.string(), (name, status, after) => {
      const { kind } = classify({ name, status, headers: { 'retry-after': after } }, now)
      expect(['unknown', 'later', 'pause', 'refuse', 'person']).toContain(kind)
      if (status !== null && status >= 500) expect(['unknown', 'pause', 'later', 'person']).toContain(kind)
    }),
  )
})

it('a delivery only moves forward: none, delayed, delivered, bounced, complained', () => {
  for (const [i, from] of deliveries.entries())
    for (const [j, to] of deliveries.entries()) expect(movesForward(from, to)).toBe(j > i)
  expect(deliveryOf('email.bounced', 'transient')).toBe('delayed')
  expect(deliveryOf('email.bounced', 'permanent')).toBe('bounced')
  expect(deliveryOf('email.opened', null)).toBe(null)
})

it('mail leaves only to the domains and addresses that are allowed', () => {
  const allow = ['sora.test', '@umi.test', 'taro@kawa.test']
  for (const email of ['a@sora.test', 'A@SORA.TEST', 'b@umi.test', 'taro@kawa.test'])
    expect(mayLeave(email, allow)).toBe(true)
  for (const email of ['a@sub.sora.test', 'a@notsora.test', 'jiro@kawa.test', 'sora.test@evil.test'])
    expect(mayLeave(email, allow)).toBe(false)
  expect([mayLeave('a@b.test', ['*']), mayLeave('a@b.test', [])]).toEqual([true, false])
})

it('nothing in a sender name or subject can add a header', () => {
  expect(fromHeader('Koe <koe@sora.test>', 'Evil\r\nBcc: all@x.test')).toBe('"Evil Bcc: all@x.test" <koe@sora.test>')
  expect(fromHeader('Koe <koe@sora.test>', 'A" <x@evil.test>')).toBe('"A x@evil.test" <koe@sora.test>')
  expect(fromHeader('Koe <koe@sora.test>', '空ソフト')).toBe('"空ソフト" <koe@sora.test>')
  expect(fromHeader('koe@sora.test')).toBe('koe@sora.test')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\r\n\0\u2028]/.test(oneLine(text))))
})

it.each([
  '',
  'a',
  '@b.test',
  'a@',
  'a@b@c.test',
  'a b@c.test',
  'a@b.test\nBcc: c@d.test',
  'a@b.test,c@d.test',
  '<a@b.test>',
])('%j is no address', (email) => {
  expect(isAddress(email)).toBe(false)
})
