import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contrast, readable, textOn } from '#app/platform/colour.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

it('contrast is that of WCAG: 21 for black on white, 4.48 for #777777 on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

it('any brand colour can be read, on light and dark pages alike', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('#ffffff', '#faf9f7', '#222120', '#201e19', '#161511'), (brand, against) => {
      expect(contrast(readable(brand, against, 4.6), against)).toBeGreaterThanOrEqual(4.6)
      expect(contrast(textOn(brand), brand)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})
