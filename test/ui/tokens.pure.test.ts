import { describe, expect, test } from 'vitest'
import { dark, light } from '../../tailwind.config.ts'

type Name = keyof typeof light

/** WCAG 2.2, relative luminance. */
function luminance(hex: string) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string) {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const grounds: Name[] = ['canvas', 'surface', 'sunken']
const text: [Name, Name][] = [
  ...(
    [
      'ink',
      'muted',
      'faint',
      'accent',
      'promoter',
      'passive',
      'detractor',
      'success',
      'warning',
      'danger',
      'info',
    ] as Name[]
  ).flatMap((name) => grounds.map((ground): [Name, Name] => [name, ground])),
  ...(['promoter', 'passive', 'detractor', 'success', 'warning', 'danger', 'info', 'accent'] as const).map(
    (name): [Name, Name] => [name, `${name}-tint`],
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger-fill'],
]
const shapes: [Name, Name][] = (
  ['control', 'promoter-mark', 'passive-mark', 'detractor-mark', 'accent'] as Name[]
).flatMap((name) => (['canvas', 'surface'] as Name[]).map((ground): [Name, Name] => [name, ground]))

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('in the %s theme', (_, theme) => {
  test.each(text)('%s can be read on %s', (name, ground) => {
    expect(contrast(theme[name], theme[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)('%s can be seen on %s', (name, ground) => {
    expect(contrast(theme[name], theme[ground])).toBeGreaterThanOrEqual(3)
  })
})
