import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile, escapeHtml, markup, slot } from '#app/answering/html.ts'

it('no text leaves its slot, whatever it says', () => {
  const fill = compile<'a' | 'b'>(markup`<p title="${slot('a')}">${slot('b')}</p>`)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(fill({ a, b })).toBe(`<p title="${escapeHtml(a)}">${escapeHtml(b)}</p>`)
      expect([...'<>"\'\u0001'].filter((mark) => escapeHtml(a).includes(mark))).toEqual([])
    }),
  )
})
