import { expect, test } from 'vitest'
import { localPath } from '#app/access/back.ts'
import { imageType } from '#app/access/organisation.ts'
import { limitFirstAdmin, limitForgotten, limitSignIn, networkOf } from '#app/access/rate-limits.server.ts'

test('one visitor is an IPv4 address or an IPv6 /64', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2:ffff::1'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
  expect(networkOf('made up')).toBe('unknown')
})

test('the eleventh try at one account from one network waits, and says how long; another account goes on', async () => {
  const from = '198.51.100.1'
  for (let n = 0; n < 10; n++) await limitSignIn(from, 'mika@koe.test')
  const refusal = await limitSignIn('198.51.100.1', 'MIKA@koe.test').catch((error: unknown) => error)
  expect(refusal).toMatchObject({ status: 429, code: 'too_many' })
  const { retryAfterSeconds } = refusal as { retryAfterSeconds: number }
  expect(retryAfterSeconds).toBeGreaterThan(0)
  expect(retryAfterSeconds).toBeLessThanOrEqual(900)
  await expect(limitSignIn(from, 'ken@koe.test')).resolves.toBeTruthy()
  await expect(limitSignIn('198.51.100.2', 'mika@koe.test')).resolves.toBeTruthy()
})

test('the right password gives the tries back', async () => {
  const from = '198.51.100.3'
  for (let n = 0; n < 30; n++) await (await limitSignIn(from, 'mika@koe.test')).forgive()
  await expect(limitSignIn(from, 'mika@koe.test')).resolves.toBeTruthy()
})

test('one network that tries many accounts waits as well, over its whole /64', async () => {
  for (let n = 0; n < 100; n++) await limitSignIn(`2001:db8:9:9::${n.toString(16)}`, `user${n}@koe.test`)
  await expect(limitSignIn('2001:db8:9:9:aaaa::1', 'other@koe.test')).rejects.toMatchObject({ status: 429 })
})

test('reset mails: three for an account from one network, then wait; others may still ask for it', async () => {
  for (let n = 0; n < 3; n++) await limitForgotten('198.51.100.4', 'mika@koe.test')
  await expect(limitForgotten('198.51.100.4', 'mika@koe.test')).rejects.toMatchObject({ status: 429 })
  await expect(limitForgotten('198.51.100.5', 'mika@koe.test')).resolves.toBeUndefined()
})

test('twenty people may try to be the first admin, not a thousand', async () => {
  for (let n = 0; n < 40; n++) await limitFirstAdmin('198.51.100.6')
  await expect(limitFirstAdmin('198.51.100.6')).rejects.toMatchObject({ status: 429 })
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '',
  null,
  ['/x'],
  'cases',
])('going back never leads to another host: %j', (text) => expect(localPath(text, '/home')).toBe('/home'))

test('going back keeps path, query and fragment', () => {
  expect(localPath('/cases?state=new&q=%E5%A3%B0#case_1')).toBe('/cases?state=new&q=%E5%A3%B0#case_1')
})

test('an image is known by its first bytes', () => {
  expect(imageType(Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image/png')
  expect(imageType(Buffer.from('ffd8ffe0', 'hex'))).toBe('image/jpeg')
  expect(imageType(Buffer.from('RIFF\x00\x00\x00\x00WEBPVP8 ', 'latin1'))).toBe('image/webp')
  for (const other of ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg">', 'RIFF', '', '%PDF'])
    expect(imageType(Buffer.from(other))).toBeNull()
})
