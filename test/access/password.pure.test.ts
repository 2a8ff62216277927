import { expect, test } from 'vitest'
import { passwordProblem } from '#app/access/password.ts'
import { deviceOf } from '#app/access/session.ts'

const problem = (password: string, email = 'mika.tanaka@example.test') => passwordProblem(password, email)

test('a password of 12 characters or more that nobody else has is taken', () => {
  expect(problem('four green herons')).toBeNull()
  expect(problem('青い鷺が四羽とんでいます。')).toBeNull()
  expect(problem('x7#Qm!2vLp0z')).toBeNull()
})

test('eleven characters are too few, however strange; 201 are too many', () => {
  expect(problem('x7#Qm!2vLp0')).toBe('password_short')
  expect(problem('🦢🦢🦢🦢🦢🦢')).toBe('password_short')
  expect(problem('ab cd ef gh '.repeat(17))).toBe('password_long')
})

test('the own address is no password, nor what stands before its @', () => {
  expect(problem('Mika.Tanaka@Example.test')).toBe('password_is_email')
  expect(problem('mika.tanaka.long', 'mika.tanaka.long@example.test')).toBe('password_is_email')
})

test.each([
  'passwordpassword',
  'Password123456',
  'ｐａｓｓｗｏｒｄ１２３４',
  'qwertyuiop123',
  'abcdefghijkl',
  'zyxwvutsrqpo',
  '123456789012',
  'aaaaaaaaaaaaaa',
  'ab1ab1ab1ab1ab1',
  '1qaz2wsx3edc4rfv',
  'correct horse battery staple',
])('the common password "%s" is refused', (password) => expect(problem(password)).toBe('password_common'))

test('a session is listed by browser and system', () => {
  expect(
    deviceOf(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0',
    ),
  ).toBe('Edge · Windows')
  expect(
    deviceOf(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari · iOS')
  expect(deviceOf(null)).toBe('')
})
